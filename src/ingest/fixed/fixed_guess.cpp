#include <algorithm>
#include <array>
#include <utility>

#include "ingest/dialect/header_guess.hpp"
#include "ingest/fixed/fixed_layout.hpp"
#include "text/letters.hpp"

/// How the columns of a fixed layout are found.
namespace sidik::ingest {
namespace {

constexpr auto kToTheEnd = std::string_view::npos;
constexpr std::size_t kSampleBytes = std::size_t{1} << 16;
constexpr std::size_t kMostLines = 500;
constexpr std::size_t kWidestLine = 4096;
constexpr std::size_t kMostPreamble = 16;

struct HeadLines {
  std::vector<std::string_view> lines;  ///< without line ends, blank ones included
  std::string newline = "LF";
};

HeadLines lines_of(std::string_view head, bool is_whole) {
  HeadLines out;
  is_whole = is_whole && head.size() <= kSampleBytes;
  head = head.substr(0, kSampleBytes);
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = head.find('\n', at);
    if (end == std::string_view::npos && !is_whole) break;
    std::string_view line = head.substr(at, end == std::string_view::npos ? end : end - at);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
      out.newline = "CRLF";
    }
    out.lines.push_back(line);
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return out;
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

bool is_set_otherwise(const ReadOptions& options) {
  return options.delimiter || options.quote || (options.format && *options.format != "fixed");
}

/// The columns under a line of dashes: its runs, or what stands between its crosses and bars.
std::vector<FixedLayout::Column> columns_of_rule(std::string_view rule, bool is_barred) {
  std::vector<FixedLayout::Column> columns;
  const auto is_inside = [&](char c) { return is_barred ? c != '+' && c != '|' : c == '-' || c == '='; };
  for (std::size_t at = 0; at < rule.size();) {
    if (!is_inside(rule[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < rule.size() && is_inside(rule[end])) ++end;
    if (rule.substr(at, end - at).find_first_of("-=") != std::string_view::npos) columns.push_back({at, end});
    at = end;
  }
  return columns;
}

/// Whether nine of ten lines below the rule keep to the layout, and at least one does.
bool is_kept_to(const FixedLayout& layout, const std::vector<std::string_view>& lines, std::size_t first) {
  std::vector<std::string_view> fields;
  std::size_t fitting = 0;
  std::size_t others = 0;
  for (std::size_t i = first; i < lines.size() && i < first + kMostLines; ++i) {
    if (is_blank_line(lines[i]) || is_rule(lines[i]) || is_row_count(lines[i])) continue;
    ++(split_line(layout, lines[i], fields) == LineFit::fits ? fitting : others);
  }
  return fitting > 0 && others * 10 <= fitting + others;
}

/// The layout that a rule at `at` would give.
std::optional<FixedLayout> layout_at(const std::vector<std::string_view>& lines, std::size_t at) {
  const std::string_view rule = lines[at];
  FixedLayout layout;
  const bool is_barred = rule.find_first_of("+|") != std::string_view::npos;
  const std::string_view trimmed = text::trim(rule);
  layout.form = is_barred ? FixedLayout::Form::barred : FixedLayout::Form::ruled;
  layout.has_outer_bars = trimmed.starts_with('+') || trimmed.starts_with('|');
  layout.columns = columns_of_rule(rule, is_barred);
  const bool is_one = layout.columns.size() == 1 && !layout.has_outer_bars;
  if (layout.columns.empty()) return std::nullopt;
  // A heading of prose is underlined too: one column needs the count of its rows.
  if (is_one && std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(), is_row_count))
    return std::nullopt;
  if (!is_barred) layout.columns.front().begin = 0;
  if (!layout.has_outer_bars) layout.columns.back().end = kToTheEnd;
  std::size_t above = at;
  while (above > 0 && is_blank_line(lines[above - 1])) --above;
  const bool has_line_above = above == at && at > 0 && !is_rule(lines[at - 1]);
  std::vector<std::string_view> fields;
  if (has_line_above && split_line(layout, lines[at - 1], fields) == LineFit::fits) {
    layout.has_header = true;
    layout.preamble_lines = at - 1;
    return is_kept_to(layout, lines, at + 1) ? std::optional(layout) : std::nullopt;
  }
  if (!layout.has_outer_bars) return std::nullopt;
  layout.preamble_lines = at;
  layout.has_header = at + 2 < lines.size() && is_rule(lines[at + 2]);
  return is_kept_to(layout, lines, at + 1) ? std::optional(layout) : std::nullopt;
}

enum class Class : std::uint8_t { blank, digit, letter, other };
Class class_of(char c) {
  if (c == ' ') return Class::blank;
  if (text::is_digit(c)) return Class::digit;
  return text::is_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? Class::letter : Class::other;
}

/// The class of every character of the lines, all padded to the same length.
struct Grid {
  std::vector<std::vector<Class>> lines;
  std::size_t width = 0;

  [[nodiscard]] Class at(std::size_t line, std::size_t place) const {
    return place < lines[line].size() ? lines[line][place] : Class::blank;
  }
  [[nodiscard]] std::size_t blanks(std::size_t place) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) count += at(i, place) == Class::blank;
    return count;
  }
  /// Whether nearly all lines turn, right before `place`, from padding or from digits or letters to something else
  /// that is not blank and is alike in nearly all of them.
  [[nodiscard]] bool turns_at(std::size_t place) const {
    std::size_t turns = 0;
    std::array<std::size_t, 4> classes{};
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Class before = at(i, place - 1);
      const Class here = at(i, place);
      ++classes[static_cast<std::size_t>(here)];
      turns += before != here && before != Class::other && (here == Class::digit || here == Class::letter);
    }
    const std::size_t most = std::max(classes[1], classes[2]);
    return turns * 100 >= lines.size() * 97 && most * 100 >= lines.size() * 97;
  }
  [[nodiscard]] bool is_padded_before(std::size_t place) const { return blanks(place - 1) * 5 >= lines.size(); }
};

Grid grid_of(const std::vector<std::string_view>& lines) {
  Grid grid;
  for (const auto line : lines) {
    std::vector<Class> classes;
    for (const char c : line) {
      if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80) classes.push_back(class_of(c));
    }
    grid.width = std::max(grid.width, classes.size());
    grid.lines.push_back(std::move(classes));
  }
  return grid;
}

/// Splits [begin, end) where padding or digits end in nearly all lines, if one of the neighbours is padded: the parts
/// of a number plate are none.
void add_stretch(const Grid& grid, std::size_t begin, std::size_t end, std::vector<FixedLayout::Column>& columns) {
  std::vector<std::size_t> starts = {begin};
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (grid.turns_at(i)) starts.push_back(i);
  }
  starts.push_back(end);
  std::size_t from = begin;
  for (std::size_t i = 1; i < starts.size(); ++i) {
    const bool is_end = i + 1 == starts.size();
    if (!is_end && !grid.is_padded_before(starts[i]) && !grid.is_padded_before(starts[i + 1])) continue;
    columns.push_back({from, starts[i]});
    from = starts[i];
  }
}

/// `header`, when given, may have no text in a gap.
std::vector<FixedLayout::Column> columns_of_grid(const Grid& grid, const Grid* header) {
  std::vector<FixedLayout::Column> columns;
  const std::size_t most_filled = grid.lines.size() / 50;
  const auto is_gap = [&](std::size_t place) {
    const bool is_named = header != nullptr && header->blanks(place) == 0;
    return !is_named && grid.lines.size() - grid.blanks(place) <= most_filled;
  };
  for (std::size_t at = 0; at < grid.width;) {
    if (is_gap(at)) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < grid.width && !is_gap(end)) ++end;
    add_stretch(grid, at, end, columns);
    at = end;
  }
  return columns;
}

/// Two columns or more, each filled in a quarter of the lines, one but the last of them with padding, and two filled in
/// nearly every line.
bool is_plausible(const FixedLayout& layout, const std::vector<std::string_view>& lines) {
  if (layout.columns.size() < 2) return false;
  std::vector<std::size_t> filled(layout.columns.size());
  std::vector<std::size_t> shortest(layout.columns.size(), kToTheEnd);
  std::vector<std::size_t> longest(layout.columns.size());
  std::vector<std::string_view> fields;
  std::size_t fitting = 0;
  for (const auto line : lines) {
    if (split_line(layout, line, fields) != LineFit::fits) continue;
    std::size_t here = 0;
    for (std::size_t c = 0; c < fields.size(); ++c) {
      if (fields[c].empty()) continue;
      ++here;
      ++filled[c];
      shortest[c] = std::min(shortest[c], fields[c].size());
      longest[c] = std::max(longest[c], fields[c].size());
    }
    fitting += here >= 2;
  }
  bool has_padding = false;
  for (std::size_t c = 0; c < filled.size(); ++c) {
    if (filled[c] * 4 < lines.size()) return false;
    has_padding = has_padding || (c + 1 < filled.size() && shortest[c] < longest[c]);
  }
  return has_padding && fitting * 20 >= lines.size() * 19;
}

void decide_header(const std::vector<std::string_view>& lines, const ReadOptions& options, FixedLayout& layout) {
  if (options.header) {
    layout.has_header = *options.header;
    return;
  }
  std::vector<std::vector<std::string>> records;
  std::vector<std::string_view> fields;
  for (const auto line : lines) {
    if (is_blank_line(line) || split_line(layout, line, fields) == LineFit::crosses) continue;
    records.emplace_back(fields.begin(), fields.end());
  }
  if (records.empty()) return;
  const HeaderGuess guess = guess_header(records, options.is_header_word);
  layout.has_header = guess.is_header;
  layout.header_is_sure = guess.is_sure;
}

}  // namespace

std::optional<FixedLayout> find_listing(std::string_view head, bool is_whole, const ReadOptions& options) {
  if (is_set_otherwise(options) || options.skip_lines || options.widths) return std::nullopt;
  const HeadLines found = lines_of(head, is_whole);
  for (std::size_t i = 0; i < found.lines.size() && i <= kMostPreamble; ++i) {
    if (!is_rule(found.lines[i])) continue;
    auto layout = layout_at(found.lines, i);
    if (!layout) continue;
    if (options.header) layout->has_header = *options.header;
    layout->newline = found.newline;
    return layout;
  }
  return std::nullopt;
}

std::optional<FixedLayout> find_padded(std::string_view head, bool is_whole, const ReadOptions& options) {
  if (is_set_otherwise(options)) return std::nullopt;
  const HeadLines found = lines_of(head, is_whole);
  FixedLayout layout;
  layout.preamble_lines = options.skip_lines.value_or(0);
  layout.newline = found.newline;
  std::vector<std::string_view> lines;
  for (std::size_t i = layout.preamble_lines; i < found.lines.size() && lines.size() < kMostLines; ++i) {
    if (is_blank_line(found.lines[i])) continue;
    if (found.lines[i].size() > kWidestLine || found.lines[i].find('\t') != std::string_view::npos) return std::nullopt;
    lines.push_back(found.lines[i]);
  }
  constexpr std::size_t kFewestLines = 8;
  if (lines.size() < kFewestLines) return std::nullopt;
  // The first line may be a header, whose words do not show where values stand.
  const std::vector<std::string_view> body(lines.begin() + 1, lines.end());
  const Grid grid = grid_of(body);
  const Grid header = grid_of({lines.front()});
  layout.columns = columns_of_grid(grid, nullptr);
  // A header word may be longer than the values below it; it then narrows the gaps.
  if (auto narrowed = columns_of_grid(grid, &header); narrowed.size() == layout.columns.size())
    layout.columns = std::move(narrowed);
  if (!layout.columns.empty()) {
    layout.columns.front().begin = 0;
    layout.columns.back().end = kToTheEnd;
  }
  if (!is_plausible(layout, body)) return std::nullopt;
  decide_header(lines, options, layout);
  return layout;
}

FixedLayout layout_of_widths(std::string_view head, bool is_whole, const ReadOptions& options) {
  const HeadLines found = lines_of(head, is_whole);
  FixedLayout layout;
  layout.preamble_lines = options.skip_lines.value_or(0);
  layout.newline = found.newline;
  std::size_t begin = 0;
  for (const auto width : *options.widths) {
    layout.columns.push_back({begin, begin + width});
    begin += width;
  }
  if (!layout.columns.empty()) layout.columns.back().end = kToTheEnd;
  const auto skipped = std::min<std::size_t>(layout.preamble_lines, found.lines.size());
  decide_header({found.lines.begin() + static_cast<std::ptrdiff_t>(skipped), found.lines.end()}, options, layout);
  return layout;
}

Result<std::optional<FixedLayout>> wanted_layout(std::string_view head, bool is_whole, const ReadOptions& options) {
  if (options.widths) return layout_of_widths(head, is_whole, options);
  auto layout = find_listing(head, is_whole, options);
  if (layout || options.format != "fixed") return layout;
  layout = find_padded(head, is_whole, options);
  if (layout) return layout;
  return fail(ErrorKind::invalid_input, "ingest.no_table", "no place in the lines is blank in nearly all of them",
              "give the widths of the columns with --widths");
}

bool may_be_padding(const Dialect& dialect) {
  return !dialect.last_takes_rest && (dialect.delimiter.empty() || dialect.delimiter == " ");
}

}  // namespace sidik::ingest
