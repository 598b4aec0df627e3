#include "ingest/dialect/head_reading.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "ingest/delimited/record_parser.hpp"
#include "ingest/dialect/cell_kind.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kMostPreambleLines = 64;
constexpr std::size_t kMostTitleRows = 16;

std::size_t filled_cells(const std::vector<std::string>& record) {
  return static_cast<std::size_t>(
      std::count_if(record.begin(), record.end(), [](const std::string& cell) { return !text::trim(cell).empty(); }));
}

/// A header that names all columns but the last, above rows that end with a delimiter: of two columns only when the
/// second is empty in every row, or a title would pass for one.
bool is_short_header(const HeadRecords& records, std::size_t at, std::size_t width) {
  const auto& record = records[at];
  const auto ends_empty = [&](const std::vector<std::string>& row) {
    return row.size() == width && text::trim(row.back()).empty();
  };
  const bool is_one_named = record.size() == 1 && at == 0 && records.size() >= 3 && width == 2 &&
                            std::all_of(records.begin() + 1, records.end(), ends_empty);
  return (record.size() >= 2 || is_one_named) && record.size() + 1 == width &&
         std::all_of(record.begin(), record.end(), [](const std::string& cell) {
           const CellKind kind = cell_kind(cell);
           return kind == CellKind::token || kind == CellKind::words;
         });
}

bool is_wordlike(const std::string& cell) {
  const CellKind kind = cell_kind(cell);
  return kind == CellKind::token || kind == CellKind::words;
}

}  // namespace

HeadReading read_head(std::string_view head, bool is_whole, const Dialect& dialect, std::size_t most_records) {
  HeadReading reading;
  RecordParser parser(dialect);
  std::deque<std::string> kept;
  std::size_t at = 0;
  std::size_t line = 0;
  while (at < head.size() && reading.records.size() < most_records) {
    const std::size_t begin = at;
    if (!dialect.comment.empty() && head.substr(at).starts_with(dialect.comment)) {
      at = parser.line_end(head, at, true);
      ++line;
      continue;
    }
    ParseStatus status = parser.parse(head, at, is_whole, kept);
    if (status == ParseStatus::need_more) break;
    if (status == ParseStatus::irregular || status == ParseStatus::unclosed) {
      const std::size_t end = parser.line_end(head, at, true);
      status = parser.parse(head.substr(0, end), at, true, kept, QuoteReading::closes_anyway);
      if (status != ParseStatus::record)
        status = parser.parse(head.substr(0, end), at, true, kept, QuoteReading::no_quotes);
      ++reading.irregular;
    }
    at = parser.end();
    if (status == ParseStatus::record) {
      reading.records.emplace_back(parser.fields().begin(), parser.fields().end());
      reading.lines.push_back(line);
      reading.quoted += parser.had_quotes();
    }
    for (std::size_t i = begin; i < at; ++i) {
      line += head[i] == '\n' ||
              (head[i] == '\r' && dialect.lone_cr_ends_line && (i + 1 >= head.size() || head[i + 1] != '\n'));
    }
    if (at == begin) break;
  }
  return reading;
}

std::size_t usual_width(const HeadRecords& records) {
  std::map<std::size_t, std::size_t> counts;
  for (const auto& record : records) ++counts[record.size()];
  std::size_t width = 1;
  std::size_t most = 0;
  for (const auto& [fields, count] : counts) {
    if (count >= most) {
      width = fields;
      most = count;
    }
  }
  return width;
}

std::size_t widest(const HeadRecords& records) {
  std::size_t width = 1;
  for (const auto& record : records) width = std::max(width, record.size());
  return width;
}

std::size_t preamble_records(const HeadRecords& records, std::size_t width) {
  std::size_t first = 0;
  while (first < records.size() && first <= kMostPreambleLines && records[first].size() < width &&
         !is_short_header(records, first, width))
    ++first;
  if (first > kMostPreambleLines || first == records.size()) return 0;
  std::size_t full = first;
  while (width >= 3 && full < records.size() && full <= kMostTitleRows && filled_cells(records[full]) <= 1) ++full;
  const bool is_titled = full > first && full + 1 < records.size() && records[full].size() == width &&
                         filled_cells(records[full]) == width;
  return is_titled ? full : first;
}

bool is_group_titles(const HeadRecords& records, std::size_t row, std::size_t width) {
  constexpr std::size_t kBodyRows = 50;
  if (width < 4 || row + 3 > records.size() || records[row].size() != width || records[row + 1].size() != width)
    return false;
  const auto& names = records[row + 1];
  const std::size_t named = text::trim(names.back()).empty() ? width - 1 : width;
  if (filled_cells(records[row]) * 2 > named || filled_cells(records[row]) < 2) return false;
  const std::set<std::string> distinct(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(named));
  if (distinct.size() < named) return false;
  for (std::size_t c = 0; c < width; ++c) {
    const std::string& title = records[row][c];
    if ((c < named && !is_wordlike(names[c])) || (!text::trim(title).empty() && !is_wordlike(title))) return false;
  }
  std::size_t values = 0;
  std::size_t words = 0;
  for (std::size_t r = row + 2; r < records.size() && r < row + 2 + kBodyRows; ++r) {
    for (const std::string& cell : records[r]) {
      if (text::trim(cell).empty()) continue;
      ++(is_wordlike(cell) ? words : values);
    }
  }
  return values * 4 > words;
}

}  // namespace sidik::ingest
