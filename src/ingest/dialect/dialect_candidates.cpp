#include "ingest/dialect/dialect_candidates.hpp"

#include <algorithm>
#include <map>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

bool can_delimit(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x7f || text::is_letter(c) || text::is_digit(c)) return false;
  return std::string_view("\n\r\"'._-\\(){}[]<>+?=").find(c) == std::string_view::npos && byte != 0;
}

/// Two or three when a mark comes only in runs of that many and of multiples of it (empty fields between), else one.
std::size_t unit_of(std::string_view head, char mark, std::size_t& units) {
  std::map<std::size_t, std::size_t> lengths;
  std::size_t total = 0;
  for (std::size_t at = head.find(mark); at != std::string_view::npos; at = head.find(mark, at)) {
    const std::size_t end = std::min(head.find_first_not_of(mark, at), head.size());
    ++lengths[end - at];
    ++total;
    at = end;
  }
  for (const std::size_t unit : {std::size_t{3}, std::size_t{2}}) {
    std::size_t fitting = 0;
    units = 0;
    for (const auto& [length, count] : lengths) {
      if (length % unit != 0) continue;
      fitting += count;
      units += count * (length / unit);
    }
    if (lengths.size() > 1 && lengths.contains(unit) && fitting * 20 >= total * 19) return unit;
  }
  return 1;
}

bool has_line_that_begins_with(std::string_view head, std::string_view mark) {
  for (std::size_t at = 0; at < head.size();) {
    if (head.substr(at).starts_with(mark)) return true;
    at = head.find('\n', at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  return false;
}

}  // namespace

std::vector<std::string> delimiter_candidates(std::string_view head, const ReadOptions& options) {
  if (options.delimiter) return {*options.delimiter};
  std::map<std::string, std::size_t> singles;
  std::map<std::string, std::size_t> runs;
  for (std::size_t i = 0; i < head.size();) {
    if (!can_delimit(head[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < head.size() && can_delimit(head[end]) && head[end] != ' ') ++end;
    if (end == i) ++end;
    for (std::size_t j = i; j < end; ++j) ++singles[std::string(1, head[j])];
    if (end - i >= 2 && end - i <= 4) ++runs[std::string(head.substr(i, end - i))];
    if (end - i == 4 && head[i] == head[i + 2] && head[i + 1] == head[i + 3]) ++runs[std::string(head.substr(i, 2))];
    i = end;
  }
  for (const auto& [text, count] : runs) {  // a character that always comes doubled delimits only doubled
    const std::string single = text.substr(0, 1);
    const bool is_one_character = text.find_first_not_of(text.front()) == std::string::npos;
    if (is_one_character && singles.contains(single) && count * text.size() == singles[single]) singles.erase(single);
  }
  for (const char mark : std::string_view("|~^:#&*!%$@/")) {
    std::size_t units = 0;
    const std::size_t unit = singles.contains(std::string(1, mark)) ? unit_of(head, mark, units) : 1;
    if (unit == 1) continue;
    for (std::size_t length = 1; length <= 4; ++length) runs.erase(std::string(length, mark));
    singles.erase(std::string(1, mark));
    runs[std::string(unit, mark)] = units;
  }
  runs.erase("://");
  std::vector<std::pair<std::size_t, std::string>> ordered;
  ordered.reserve(singles.size() + runs.size());
  for (const auto& [text, count] : singles) ordered.emplace_back(count, text);
  for (const auto& [text, count] : runs) {
    if (count >= 2 && text.find(',') == std::string::npos && text.find(';') == std::string::npos &&
        text.find('\t') == std::string::npos) {
      ordered.emplace_back(count, text);
    }
  }
  std::sort(ordered.begin(), ordered.end(),
            [](const auto& left, const auto& right) { return left.first > right.first; });
  std::vector<std::string> candidates = {""};
  for (const auto& [count, text] : ordered) {
    if (candidates.size() < 24) candidates.push_back(text);
  }
  return candidates;
}

std::vector<std::pair<char, char>> quote_candidates(std::string_view head, const ReadOptions& options) {
  std::vector<char> quotes;
  if (options.quote) {
    quotes.push_back(*options.quote);
  } else {
    quotes.push_back('"');
    if (head.find('\'') != std::string_view::npos) quotes.push_back('\'');
  }
  std::vector<std::pair<char, char>> pairs;
  for (const char quote : quotes) {
    if (options.escape) {
      pairs.emplace_back(quote, *options.escape);
      continue;
    }
    pairs.emplace_back(quote, quote);
    if (quote != 0 && head.find('\\') != std::string_view::npos) {
      const char escaped[2] = {'\\', quote};
      const bool escapes_delimiters = head.find("\\,") != std::string_view::npos ||
                                      head.find("\\;") != std::string_view::npos ||
                                      head.find("\\\t") != std::string_view::npos;
      if (head.find(std::string_view(escaped, 2)) != std::string_view::npos || escapes_delimiters)
        pairs.emplace_back(quote, '\\');
    }
  }
  return pairs;
}

std::vector<std::string> comment_candidates(std::string_view head, const ReadOptions& options) {
  if (options.comment) return {*options.comment};
  std::vector<std::string> marks = {""};
  for (const std::string_view mark : {"#", "//", "--"}) {
    if (has_line_that_begins_with(head, mark)) marks.emplace_back(mark);
  }
  return marks;
}

}  // namespace sidik::ingest
