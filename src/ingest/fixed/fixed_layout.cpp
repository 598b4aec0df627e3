#include "ingest/fixed/fixed_layout.hpp"

#include <algorithm>

#include "ingest/dialect/header_guess.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr auto kToTheEnd = std::string_view::npos;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80; }

/// Walks through a line by characters.
class CharacterWalk {
 public:
  explicit CharacterWalk(std::string_view line) : line_(line) {}
  /// The byte at which a character begins, or the line's size; `character` must not decrease from call to call.
  std::size_t byte_of(std::size_t character) {
    while (character_ < character && byte_ < line_.size()) {
      ++byte_;
      while (byte_ < line_.size() && is_continuation(line_[byte_])) ++byte_;
      ++character_;
    }
    return byte_;
  }

 private:
  std::string_view line_;
  std::size_t byte_ = 0;
  std::size_t character_ = 0;
};

bool is_blank_text(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

LineFit split_at_positions(const FixedLayout& layout, std::string_view line, std::vector<std::string_view>& fields) {
  CharacterWalk walk(line);
  LineFit fit = LineFit::fits;
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    const auto& column = layout.columns[c];
    const std::size_t begin = walk.byte_of(column.begin);
    const std::size_t end = column.end == kToTheEnd ? line.size() : walk.byte_of(column.end);
    if (c == 1 && begin >= line.size() && layout.form == FixedLayout::Form::padded) fit = LineFit::too_short;
    fields.push_back(text::trim(line.substr(begin, end - begin)));
    if (c + 1 == layout.columns.size()) break;
    const std::size_t next = walk.byte_of(layout.columns[c + 1].begin);
    const std::string_view gap = line.substr(end, next - end);
    const bool is_clear = layout.form == FixedLayout::Form::barred ? gap == "|" : is_blank_text(gap);
    if (!is_clear) return LineFit::crosses;
  }
  return fit;
}

LineFit split_at_bars(const FixedLayout& layout, std::string_view line, std::vector<std::string_view>& fields) {
  std::string_view inside = line;
  if (layout.has_outer_bars) {
    inside = text::trim(line);
    if (!inside.starts_with('|')) return LineFit::too_short;
    inside.remove_prefix(1);
    if (inside.ends_with('|')) inside.remove_suffix(1);
  }
  const auto bars = static_cast<std::size_t>(std::count(inside.begin(), inside.end(), '|'));
  if (bars + 1 < layout.columns.size()) return LineFit::too_short;
  if (bars + 1 > layout.columns.size()) return split_at_positions(layout, line, fields);  // a value holds a bar
  while (true) {
    const std::size_t end = inside.find('|');
    fields.push_back(text::trim(inside.substr(0, end)));
    if (end == std::string_view::npos) return LineFit::fits;
    inside.remove_prefix(end + 1);
  }
}

}  // namespace

LineFit split_line(const FixedLayout& layout, std::string_view line, std::vector<std::string_view>& fields) {
  fields.clear();
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return layout.form == FixedLayout::Form::barred ? split_at_bars(layout, line, fields)
                                                  : split_at_positions(layout, line, fields);
}

bool is_rule(std::string_view line) {
  line = text::trim(line);
  std::size_t dashes = 0;
  std::size_t others = 0;
  for (const char c : line) {
    if (c == '-' || c == '=')
      ++dashes;
    else if (c == '+' || c == '|' || c == ':')
      ++others;
    else if (c != ' ')
      return false;
  }
  return dashes >= 2 && dashes >= others;
}

bool is_row_count(std::string_view line) {
  constexpr std::size_t kLongest = 64;
  line = text::trim(line);
  if (line.size() > kLongest) return false;
  if (line.starts_with('(')) line.remove_prefix(1);
  std::size_t digits = 0;
  while (digits < line.size() && (text::is_digit(line[digits]) || (digits > 0 && line[digits] == ','))) ++digits;
  if (digits == 0 || digits == line.size() || line[digits] != ' ') return false;
  const std::string rest = text::fold(line.substr(digits + 1));
  for (const std::string_view word : {"rows", "row", "records", "record"}) {
    if (!rest.starts_with(word)) continue;
    const std::string_view tail = std::string_view(rest).substr(word.size());
    return tail.empty() || tail == ")" || tail.starts_with(" in set") || tail.starts_with(" selected") ||
           tail.starts_with(" affected");
  }
  return false;
}

}  // namespace sidik::ingest
