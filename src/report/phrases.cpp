#include "report/phrases.hpp"

namespace sidik::report {
namespace {

std::string_view in_language(const PhraseRow& row, Language language) {
  return language == Language::indonesian ? row.indonesian : row.english;
}

}  // namespace

std::string_view phrase(PhraseKey key, Language language) { return in_language(kPhraseTable[key.index()], language); }

std::optional<std::string_view> find_phrase(std::string_view key, Language language) {
  for (const PhraseRow& row : kPhraseTable) {
    if (row.key == key) return in_language(row, language);
  }
  return std::nullopt;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> parts) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    const std::size_t place = is_place ? static_cast<std::size_t>(pattern[at + 1] - '0') : parts.size();
    if (place < parts.size()) {
      out += *(parts.begin() + place);
      at += 2;
    } else {
      out += pattern[at];
    }
  }
  return out;
}

}  // namespace sidik::report
