#include "engine/shown_names.hpp"

#include <cstddef>

#include "text/letters.hpp"
#include "text/mask.hpp"

namespace sidik::engine {

bool looks_like_a_value(std::string_view name) {
  constexpr std::size_t kLongNumber = 7;
  std::size_t digits = 0;
  for (const char c : name) {
    digits = text::is_digit(c) ? digits + 1 : 0;
    if (c == '@' || digits >= kLongNumber) return true;
  }
  return false;
}

std::vector<std::string> shown_names(const ingest::TableInfo& info, const identify::MeaningReader& meanings) {
  std::vector<std::string> names = info.columns;
  for (auto& name : names) {
    const bool is_doubtful = !info.header_is_sure && !meanings.is_header_word(name);
    if (is_doubtful || looks_like_a_value(name)) name = text::mask(name);
  }
  return names;
}

}  // namespace sidik::engine
