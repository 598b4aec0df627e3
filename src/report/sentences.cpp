#include "report/sentences.hpp"

#include <algorithm>
#include <array>

#include "report/sentence_table.hpp"
#include "text/letters.hpp"

namespace sidik::report {
namespace {

constexpr std::size_t kPlaces = 6;
constexpr int kDeepest = 12;
constexpr std::size_t kLongest = 2000;

using Parts = std::array<std::string_view, kPlaces>;

/// Whether `text` is `pattern` with something at every place; each place takes as little as it can, the last all that
/// is left.
bool matches(std::string_view pattern, std::string_view text, Parts& parts) {
  for (;;) {
    const std::size_t open = pattern.find('{');
    if (open == std::string_view::npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, open))) return false;
    text.remove_prefix(open);
    const auto place = static_cast<std::size_t>(pattern[open + 1] - '0');
    pattern.remove_prefix(open + 3);
    const std::string_view next = pattern.substr(0, std::min(pattern.find('{'), pattern.size()));
    const bool is_last = next.size() == pattern.size();
    std::size_t end = std::string_view::npos;
    if (is_last && text.size() > next.size() && text.ends_with(next)) end = text.size() - next.size();
    if (!is_last && text.size() > 1) end = text.find(next, 1);
    if (end == std::string_view::npos || place >= kPlaces) return false;
    parts[place] = text.substr(0, end);
    text.remove_prefix(end);
  }
}

/// 1,000.5 as the reader's language writes it; nothing when `text` is no such number.
std::optional<std::string> number(const Words& words, std::string_view text) {
  const std::string_view digits = text.starts_with('+') || text.starts_with('-') ? text.substr(1) : text;
  if (digits.empty() || !text::is_digit(digits.front()) || !text::is_digit(digits.back())) return std::nullopt;
  std::string out(text);
  for (char& c : out) {
    if (words.language() == Language::indonesian && (c == ',' || c == '.')) {
      c = c == ',' ? '.' : ',';
    } else if (!text::is_digit(c) && c != ',' && c != '.' && &c != out.data()) {
      return std::nullopt;
    }
  }
  return out;
}

std::optional<std::string> translated_at(const Words& words, std::string_view sentence, int depth);

std::string part_in_words(const Words& words, std::string_view part, int depth) {
  if (auto known = number(words, part)) return *known;
  if (words.pack().meaning(part) != nullptr) return words.meaning(part);
  if (auto known = translated_at(words, part, depth + 1)) return *known;
  return std::string(part);
}

std::optional<std::string> by_row(const Words& words, const SentenceRow& row, std::string_view sentence, int depth) {
  Parts parts;
  if (!matches(row.english, sentence, parts)) return std::nullopt;
  std::array<std::string, kPlaces> said;
  for (std::size_t place = 0; place < kPlaces; ++place) {
    if (!parts[place].empty()) said[place] = part_in_words(words, parts[place], depth);
  }
  const bool is_english = words.language() == Language::english;
  return fill(is_english ? row.english : row.indonesian, {said[0], said[1], said[2], said[3], said[4], said[5]});
}

std::optional<std::string> translated_at(const Words& words, std::string_view sentence, int depth) {
  if (depth > kDeepest || sentence.size() > kLongest) return std::nullopt;
  for (const SentenceRow& row : kSentenceTable) {
    if (auto known = by_row(words, row, sentence, depth)) return known;
  }
  if (depth == 0) return std::nullopt;
  for (const SentenceRow& row : kFragmentTable) {
    if (auto known = by_row(words, row, sentence, depth)) return known;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> translated(const Words& words, std::string_view sentence) {
  return translated_at(words, sentence, 0);
}

}  // namespace sidik::report
