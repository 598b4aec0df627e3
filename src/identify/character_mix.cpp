#include "identify/character_mix.hpp"

#include <cstddef>

#include "text/letters.hpp"

namespace sidik::identify {

CharacterMix mix_of(std::string_view value) {
  CharacterMix mix;
  bool digit_before = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (text::is_lower(c) || text::is_upper(c)) mix.inner_digit |= digit_before;
    if (text::is_lower(c))
      mix.lower = true;
    else if (text::is_upper(c))
      mix.upper = true, mix.inner_upper |= i > 0 && text::is_lower(value[i - 1]);
    else if (text::is_digit(c))
      mix.digit = true, digit_before = true;
    else if (text::is_blank(c))
      mix.blank = true;
    else if (static_cast<unsigned char>(c) >= 0x80)
      mix.high = true;
    else
      mix.mark = true;
  }
  return mix;
}

std::string runs_of(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const char kind = text::is_digit(c) ? '9' : text::is_upper(c) ? 'A' : text::is_lower(c) ? 'a' : c;
    if (out.empty() || out.back() != kind) out += kind;
  }
  return out;
}

}  // namespace sidik::identify
