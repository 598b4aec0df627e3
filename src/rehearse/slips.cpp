#include "rehearse/slips.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::string_view kRows[] = {"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
constexpr std::string_view kVowels = "AEIOU";

/// The key beside that of `c`, or above or below it; `c` itself where there is none.
char neighbour_key(char c, RandomStream& stream) {
  for (std::size_t row = 0; row < std::size(kRows); ++row) {
    const std::size_t at = kRows[row].find(c);
    if (at == std::string_view::npos) continue;
    const bool is_digit = row == 0;
    const std::uint64_t way = stream.below(is_digit ? 2 : 4);
    if (way == 0 && at > 0) return kRows[row][at - 1];
    if (way <= 1 && at + 1 < kRows[row].size()) return kRows[row][at + 1];
    const std::size_t other = way == 2 && row > 1 ? row - 1 : row + 1;
    if (!is_digit && other < std::size(kRows) && at < kRows[other].size()) return kRows[other][at];
    return c;
  }
  return c;
}

std::vector<std::size_t> places_of(std::string_view text, bool (*is_meant)(char)) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_meant(text[i])) out.push_back(i);
  }
  return out;
}

/// Replaces one of the places where `from` stands.
bool replace_somewhere(std::string& text, const Pair& pair, RandomStream& stream) {
  std::vector<std::size_t> places;
  for (std::size_t at = text.find(pair.first); at != std::string::npos; at = text.find(pair.first, at + 1))
    places.push_back(at);
  if (places.empty()) return false;
  text.replace(stream.pick(places), pair.first.size(), pair.second);
  return true;
}

template <std::size_t count>
bool replace_one_of(std::string& text, const Pair (&pairs)[count], RandomStream& stream) {
  for (int tries = 0; tries < 6; ++tries) {
    Pair pair = stream.pick(pairs);
    if (stream.percent(50)) std::swap(pair.first, pair.second);
    if (replace_somewhere(text, pair, stream)) return true;
  }
  return false;
}

void strike(std::string& text, std::size_t at, char other, RandomStream& stream) {
  switch (stream.weighted({22, 26, 20, 20, 12})) {
    case 0:
      text[at] = other;
      return;
    case 1:
      text[at] = neighbour_key(text[at], stream);
      return;
    case 2:
      if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
      return;
    case 3:
      text.erase(at, 1);
      return;
    default:
      text.insert(at, 1, stream.percent(60) ? text[at] : other);
  }
}

}  // namespace

bool slip_in_word(std::string& text, RandomStream& stream) {
  const std::string before = text;
  const auto letters = places_of(text, text::is_letter);
  if (letters.size() < 3) return false;
  const std::size_t blank = text.find(' ');
  if (stream.percent(6) && blank != std::string::npos)
    text.erase(blank, 1);
  else if (stream.percent(3))
    text.insert(letters[1 + stream.below(letters.size() - 2)], 1, ' ');
  else
    strike(text, stream.pick(letters), static_cast<char>('A' + static_cast<int>(stream.below(26))), stream);
  return text != before;
}

bool slip_in_digits(std::string& text, RandomStream& stream) {
  const std::string before = text;
  const auto digits = places_of(text, text::is_digit);
  if (digits.size() < 4) return false;
  strike(text, stream.pick(digits), static_cast<char>('0' + static_cast<int>(stream.below(10))), stream);
  return text != before;
}

bool spell_by_ear(std::string& text, RandomStream& stream) {
  static constexpr Pair kSounds[] = {{"F", "P"},    {"V", "F"},    {"Z", "J"},  {"Z", "S"},  {"Y", "I"},  {"IE", "I"},
                                     {"DH", "D"},   {"TH", "T"},   {"SY", "S"}, {"KH", "H"}, {"U", "O"},  {"AI", "AE"},
                                     {"IYA", "IA"}, {"UWA", "UA"}, {"Q", "K"},  {"GH", "G"}, {"C", "K"},  {"AU", "AO"},
                                     {"MM", "M"},   {"LL", "L"},   {"SS", "S"}, {"NN", "N"}, {"DD", "D"}, {"RR", "R"},
                                     {"H ", " "},   {"EI", "AI"},  {"SH", "S"}, {"E", "I"},  {"A", "O"}};
  return replace_one_of(text, kSounds, stream);
}

bool misread_letter(std::string& text, RandomStream& stream) {
  static constexpr Pair kShapes[] = {{"O", "0"}, {"I", "1"}, {"RN", "M"}, {"E", "F"}, {"U", "V"},
                                     {"B", "8"}, {"S", "5"}, {"I", "L"},  {"C", "G"}, {"NI", "M"}};
  return replace_one_of(text, kShapes, stream);
}

bool spell_as_before(std::string& text, RandomStream& stream) {
  // How much of the old spelling a family kept: OE alone is most common.
  const std::size_t kept = stream.weighted({40, 20, 40});
  const bool has_oe = kept != 1;
  const bool has_consonants = kept != 0;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    const bool before_vowel = kVowels.contains(next);
    if (c == 'U' && has_oe)
      out += "OE";
    else if (c == 'J' && has_consonants)
      out += "DJ";
    else if (c == 'C' && next != 'H' && has_consonants)
      out += "TJ";
    else if (c == 'Y' && before_vowel && has_consonants)
      out += 'J';
    else if (c == 'K' && next == 'H' && has_consonants)
      out += 'C';
    else
      out += c;
  }
  const bool is_changed = out != text;
  text = std::move(out);
  return is_changed;
}

}  // namespace sidik::rehearse
