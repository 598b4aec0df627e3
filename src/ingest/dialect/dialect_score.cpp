#include "ingest/dialect/dialect_score.hpp"

#include <algorithm>

#include "ingest/dialect/cell_kind.hpp"

namespace sidik::ingest {
namespace {

double prior_of(const std::string& delimiter) {
  if (delimiter.empty()) return 1.0;
  // When several characters fit as well as the first alone, they are the better reading; runs of one character are no
  // likelier than it is.
  if (delimiter.size() > 1) {
    const bool is_run = delimiter.find_first_not_of(delimiter.front()) == std::string::npos;
    return 1.02 * (is_run ? prior_of(delimiter.substr(0, 1)) : 1.0);
  }
  switch (delimiter.front()) {
    case ',':
    case ';':
    case '\t':
    case '|':
      return 1.0;
    case '\x01':
    case '\x1f':
    case '^':
    case '~':
      return 0.97;
    case ':':
      return 0.65;
    case ' ':
      return 0.55;
    case '@':
      return 0.6;
    case '#':
    case '&':
    case '*':
    case '!':
    case '%':
    case '$':
      return 0.8;
    default:
      return 0.35;
  }
}

/// Blanks and colons stand inside words, times and addresses; they delimit only where most of what they split are
/// values.
bool splits_words(const std::string& delimiter) { return delimiter == " " || delimiter == ":"; }

double value_share(const HeadRecords& records, std::size_t first) {
  std::size_t cells = 0;
  std::size_t values = 0;
  for (std::size_t r = first; r < records.size(); ++r) {
    for (const auto& cell : records[r]) {
      const CellKind kind = cell_kind(cell);
      cells += kind != CellKind::empty;  // nothing is no word
      values +=
          kind == CellKind::number || kind == CellKind::date || kind == CellKind::time || kind == CellKind::address;
    }
  }
  return cells == 0 ? 0 : static_cast<double>(values) / static_cast<double>(cells);
}

/// Words in quotes among words without, all lines alike: whoever wrote that meant the blanks outside to delimit.
bool is_quoted_by_design(const HeadReading& reading, std::size_t width) {
  constexpr std::size_t kFewestRecords = 5;
  return width >= 2 && reading.records.size() >= kFewestRecords && reading.irregular == 0 &&
         reading.quoted * 5 >= reading.records.size() &&
         std::all_of(reading.records.begin(), reading.records.end(),
                     [&](const auto& record) { return record.size() == width; });
}

double typical_share(const HeadRecords& records, std::size_t first) {
  std::size_t cells = 0;
  double typical = 0;
  for (std::size_t r = first; r < records.size(); ++r) {
    for (const auto& cell : records[r]) {
      ++cells;
      const CellKind kind = cell_kind(cell);
      typical += kind == CellKind::other ? 0.0 : kind == CellKind::empty ? 0.9 : 1.0;
      // A value that keeps a quote at an end was split in the wrong place.
      if (cell.empty()) continue;
      const bool is_torn = (cell.front() == '\'') != (cell.back() == '\'');
      if (cell.front() == '"' || cell.back() == '"' || is_torn) typical -= 0.5;
    }
  }
  return cells == 0 ? 0 : std::max(0.0, typical / static_cast<double>(cells));
}

/// Whether nearly every line is one value by itself, whatever marks stand in it.
bool holds_whole_values(const HeadRecords& records) {
  const auto whole = static_cast<std::size_t>(std::count_if(records.begin(), records.end(), [](const auto& record) {
    return record.size() == 1 && is_whole_value(record[0]);
  }));
  return whole >= 2 && (records.size() - whole) <= 1 + records.size() / 20;
}

/// Whether an @ between two cells stands in an e-mail address in at least half of the records.
bool splits_mail(const HeadRecords& records) {
  const auto is_split = [](const std::vector<std::string>& record) {
    for (std::size_t i = 0; i + 1 < record.size(); ++i) {
      const std::size_t begin = record[i].find_last_of(",;:|\t \"") + 1;
      const std::size_t end = record[i + 1].find_first_of(",;:|\t \"");
      if (is_mail(record[i].substr(begin) + "@" + record[i + 1].substr(0, end))) return true;
    }
    return false;
  };
  const auto split = static_cast<std::size_t>(std::count_if(records.begin(), records.end(), is_split));
  return split * 2 >= records.size();
}

}  // namespace

double table_likeness(const HeadReading& reading, const std::string& delimiter) {
  constexpr double kOneColumn = 0.16;
  constexpr double kWholeValues = 1.1;
  if (reading.records.empty()) return 0;
  if (delimiter.empty() && holds_whole_values(reading.records)) return kWholeValues;
  if (delimiter == "@" && splits_mail(reading.records)) return 0;
  const std::size_t width = usual_width(reading.records);
  const std::size_t first = preamble_records(reading.records, width);
  const std::size_t considered = reading.records.size() - first;
  std::size_t fitting = 0;
  std::size_t narrower = 0;
  for (std::size_t r = first; r < reading.records.size(); ++r) {
    fitting += reading.records[r].size() == width;
    narrower += reading.records[r].size() < width && reading.records[r].size() > 1;
  }
  const double steady =
      (static_cast<double>(fitting) + 0.4 * static_cast<double>(narrower)) / static_cast<double>(considered);
  const double regular =
      1.0 - 0.7 * static_cast<double>(reading.irregular) / static_cast<double>(reading.records.size());
  const double gain = width == 1 ? kOneColumn : 1.0 - 1.0 / static_cast<double>(width);
  // Few lines prove little about a rare delimiter.
  const double trust = width == 1 || prior_of(delimiter) >= 0.97 || considered >= 3 ? 1.0 : 0.5;
  if (splits_words(delimiter) && value_share(reading.records, first) < 0.3 && !is_quoted_by_design(reading, width))
    return 0;
  const double whole = first > 0 ? 0.92 : 1.0;  // a reading that needs a preamble is the less likely one
  const double shares =
      whole + 0.02 * static_cast<double>(reading.quoted) / static_cast<double>(reading.records.size());
  return steady * steady * regular * gain * trust * shares * typical_share(reading.records, first) *
         prior_of(delimiter);
}

}  // namespace sidik::ingest
