#include "ingest/delimited/next_table.hpp"

#include <algorithm>

#include "ingest/dialect/head_reading.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kFewestLines = 20;
constexpr std::size_t kFewestUnderHeader = 5;  ///< besides the header
constexpr std::size_t kMostVainLooks = 256;    ///< then only long runs are looked at, at growing distances
constexpr std::uint64_t kLongestWait = std::uint64_t{1} << 24;

}  // namespace

NextTable::NextTable(const Dialect& present, const ReadOptions& options, const Limits& limits)
    : present_(present), options_(options), limits_(limits), parser_(present) {
  options_.skip_lines.reset();  // they were the first table's
  // With these a line that does not fit says nothing.
  const bool is_blind = options.ragged == Ragged::pad || present.columns < 2 || options.comment.has_value();
  if (is_blind) due_ = ~std::uint64_t{0};
}

bool NextTable::is_record_at(std::string_view text, std::size_t at, bool is_whole) {
  for (const auto reading : {QuoteReading::strict, QuoteReading::closes_anyway, QuoteReading::no_quotes}) {
    kept_.clear();
    // Behind the strict reading only the line itself is in question.
    const bool is_strict = reading == QuoteReading::strict;
    const std::string_view part = is_strict ? text : text.substr(0, parser_.line_end(text, at, true));
    if (parser_.parse(part, at, !is_strict || is_whole, kept_, reading) != ParseStatus::record) continue;
    const std::size_t fields = parser_.fields().size();
    if (fields == present_.columns || (fields < present_.columns && present_.pads_short_rows) ||
        (fields > present_.columns && present_.last_takes_rest))
      return true;
  }
  return false;
}

NextTable::Run NextTable::refused_run(std::string_view text, bool is_whole) {
  Run run;
  while (run.end < text.size()) {
    if (run.end > 0 && is_record_at(text, run.end, is_whole)) return run;  // the first line was refused already
    const std::size_t end = parser_.line_end(text, run.end, true);
    const std::string_view line = text.substr(run.end, end - run.end);
    run.lines += line.find_first_not_of(" \t\r\n") != std::string_view::npos;
    run.end = end;
  }
  return run;
}

/// Whether the text begins with a record of the dialect, or its header, and nearly all lines are records of it.
bool NextTable::is_steady(std::string_view text, bool is_whole, const Dialect& dialect, std::size_t lines) const {
  const HeadReading reading = read_head(text, is_whole, dialect, 1000);
  const auto fitting = static_cast<std::size_t>(
      std::count_if(reading.records.begin(), reading.records.end(), [&](const std::vector<std::string>& record) {
        return record.size() == dialect.columns || (record.size() > dialect.columns && dialect.last_takes_rest);
      }));
  const std::size_t first = dialect.has_header ? 1 : 0;
  return reading.records.size() >= lines && reading.records.size() > first &&
         reading.records[first].size() == dialect.columns && fitting * 20 + 20 > reading.records.size() * 19 + 19;
}

std::optional<Dialect> NextTable::find(std::string_view text, bool is_whole, std::uint64_t offset) {
  const Run run = refused_run(text, is_whole);
  const std::size_t fewest = vain_looks_ < kMostVainLooks ? kFewestUnderHeader + 1 : kFewestLines;
  if (run.lines < fewest) {
    due_ = offset + run.end;
    return std::nullopt;
  }
  // The run is judged by itself: behind it the present table may go on, or a third one begin.
  const bool is_run_whole = run.end < text.size() || is_whole;
  text = text.substr(0, run.end);
  if (!is_run_whole) text = text.substr(0, text.find_last_of("\r\n") + 1);
  const auto dialect = sniff_dialect(text, true, options_, limits_.columns);
  const bool is_other = dialect && dialect->columns >= 2 && dialect->preamble_lines == 0 &&
                        (dialect->delimiter != present_.delimiter || dialect->columns != present_.columns ||
                         dialect->quote != present_.quote);
  const bool has_enough = run.lines >= kFewestLines || (is_other && dialect->has_header && dialect->header_is_sure);
  if (is_other && has_enough && !dialect->pads_short_rows &&
      is_steady(text, true, *dialect, std::min(run.lines, kFewestLines)))
    return *dialect;
  ++vain_looks_;
  const bool may_be_titled = run.lines < kFewestLines || (dialect && dialect->preamble_lines > 0);
  if (may_be_titled && vain_looks_ < kMostVainLooks) {
    due_ = offset + 1;  // a footer of this table, or a title above the next, is refused by itself
  } else {
    due_ = offset + wait_;
    wait_ = std::min(wait_ * 2, kLongestWait);
  }
  return std::nullopt;
}

}  // namespace sidik::ingest
