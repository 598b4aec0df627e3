#include "ingest/json/json_shape.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <string>

#include "ingest/json/json_parser.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr auto kNowhere = std::string_view::npos;

/// The number of elements of the array at text[at], which is moved behind it; 0 when it is no array, not whole or not
/// valid.
std::size_t count_elements(std::string_view text, std::size_t& at, JsonParser& parser) {
  if (at >= text.size() || text[at] != '[') return 0;
  ++at;
  std::size_t count = 0;
  while (true) {
    JsonParser::skip_white(text, at);
    if (parser.skip_value(text, at, false) != JsonStatus::ok) return 0;
    ++count;
    JsonParser::skip_white(text, at);
    if (at >= text.size()) return 0;
    if (text[at] == ']') {
      ++at;
      return count;
    }
    if (text[at] != ',') return 0;
    ++at;
  }
}

/// Moves behind a member's name and colon; false when they are not there.
bool skip_name(std::string_view text, std::size_t& at, JsonParser& parser) {
  JsonParser::skip_white(text, at);
  if (at >= text.size() || text[at] != '"') return false;
  if (parser.skip_value(text, at, true) != JsonStatus::ok) return false;
  JsonParser::skip_white(text, at);
  if (at >= text.size() || text[at] != ':') return false;
  ++at;
  JsonParser::skip_white(text, at);
  return at < text.size();
}

bool holds_objects(std::string_view text, std::size_t at, JsonParser& parser) {
  ++at;
  std::size_t objects = 0;
  while (objects < 2) {
    JsonParser::skip_white(text, at);
    if (text[at] != '{' || parser.skip_value(text, at, true) != JsonStatus::ok) return false;
    ++objects;
    JsonParser::skip_white(text, at);
    if (text[at] != ',') break;
    ++at;
  }
  return objects >= 2;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), text::is_digit); }

}  // namespace

JsonStretch find_wrapped_array(std::string_view text, std::size_t at, std::uint32_t most_depth, int levels) {
  JsonStretch best;
  std::deque<std::string> kept;
  JsonParser parser(most_depth, kept);
  ++at;
  while (skip_name(text, at, parser)) {
    const std::size_t begin = at;
    if (parser.skip_value(text, at, true) != JsonStatus::ok) return best;
    JsonStretch found;
    if (text[begin] == '{' && levels > 0)
      found = find_wrapped_array(text.substr(0, at), begin, most_depth, levels - 1);
    else if (text[begin] == '[' && (holds_objects(text, begin, parser) || holds_rows(text, begin, most_depth)))
      found = {begin, at};
    if (found.end - found.begin > best.end - best.begin) best = found;
    JsonParser::skip_white(text, at);
    if (at >= text.size() || text[at] != ',') return best;
    ++at;
  }
  return best;
}

bool holds_rows(std::string_view text, std::size_t at, std::uint32_t most_depth) {
  std::deque<std::string> kept;
  JsonParser parser(most_depth, kept);
  if (at >= text.size() || text[at] != '[') return false;
  ++at;
  JsonParser::skip_white(text, at);
  const std::size_t first = count_elements(text, at, parser);
  JsonParser::skip_white(text, at);
  if (first < 2 || at >= text.size() || text[at] != ',') return false;
  ++at;
  JsonParser::skip_white(text, at);
  return count_elements(text, at, parser) == first;
}

bool is_lines_of_rows(std::string_view text, std::size_t at, std::uint32_t most_depth) {
  std::deque<std::string> kept;
  JsonParser parser(most_depth, kept);
  const std::size_t first = count_elements(text, at, parser);
  const std::size_t line = at;
  JsonParser::skip_white(text, at);
  if (first < 2 || text.substr(line, at - line).find('\n') == kNowhere) return false;
  return count_elements(text, at, parser) == first;
}

bool is_first_of_lines(std::string_view text, std::size_t at, std::uint32_t most_depth) {
  std::deque<std::string> kept;
  JsonParser parser(most_depth, kept);
  if (at >= text.size() || text[at] != '[') return false;
  std::size_t element = at + 1;
  JsonParser::skip_white(text, element);
  if (element >= text.size() || text[element] == '{' || text[element] == '[') return false;
  if (parser.skip_value(text, at, false) != JsonStatus::ok) return false;
  const std::size_t line = at;
  JsonParser::skip_white(text, at);
  if (at >= text.size() || text.substr(line, at - line).find('\n') == kNowhere) return false;
  return (text[at] == '[' || text[at] == '{') && parser.skip_value(text, at, true) == JsonStatus::ok;
}

bool is_map_of_records(std::string_view text, std::size_t at, bool is_last, bool is_only, std::uint32_t most_depth) {
  constexpr std::size_t kMostMembers = 64;
  std::deque<std::string> kept;
  JsonParser parser(most_depth, kept);
  if (at >= text.size() || text[at] != '{') return false;
  const std::size_t start = at;
  ++at;
  std::set<std::string, std::less<>> first;
  std::size_t members = 0;
  std::size_t numbered = 0;
  while (members < kMostMembers) {
    JsonParser::skip_white(text, at);
    const std::size_t name = at;
    if (!skip_name(text, at, parser)) break;
    const std::string_view key = text.substr(name, at - name);
    if (text[at] != '{') return false;
    std::size_t alike = 0;
    std::size_t all = 0;
    std::set<std::string, std::less<>> names;
    const auto status = parser.read_object(text, at, is_last, [&](std::string_view member, std::string_view) {
      ++all;
      alike += first.contains(member);
      if (members == 0) names.emplace(member);
    });
    if (status == JsonStatus::incomplete) break;
    if (status != JsonStatus::ok || all == 0) return false;
    if (members == 0)
      first = std::move(names);
    else if (alike * 2 < std::max(all, first.size()))
      return false;
    ++members;
    numbered += has_digit(key);
    JsonParser::skip_white(text, at);
    if (at >= text.size() || text[at] != ',') break;
    ++at;
  }
  if (members < 2 || (members == 2 && numbered < 2)) return false;
  if (!is_only) return true;
  std::size_t end = start;
  const auto whole = parser.skip_value(text, end, is_last);
  if (whole == JsonStatus::incomplete) return true;
  if (whole != JsonStatus::ok) return false;
  JsonParser::skip_white(text, end);
  return end == text.size() && is_last;
}

std::size_t find_wrapped_map(std::string_view text, std::size_t at, bool is_last, std::uint32_t most_depth) {
  std::deque<std::string> kept;
  JsonParser parser(most_depth, kept);
  if (at >= text.size() || text[at] != '{') return kNowhere;
  ++at;
  while (skip_name(text, at, parser)) {
    if (is_map_of_records(text, at, is_last, false, most_depth)) return at;
    if (parser.skip_value(text, at, is_last) != JsonStatus::ok) return kNowhere;
    JsonParser::skip_white(text, at);
    if (at >= text.size() || text[at] != ',') return kNowhere;
    ++at;
  }
  return kNowhere;
}

}  // namespace sidik::ingest
