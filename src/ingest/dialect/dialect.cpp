#include "ingest/dialect/dialect.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ingest/dialect/account_fields.hpp"
#include "ingest/dialect/cell_kind.hpp"
#include "ingest/dialect/colon_list.hpp"
#include "ingest/dialect/copy_text.hpp"
#include "ingest/dialect/dialect_candidates.hpp"
#include "ingest/dialect/dialect_score.hpp"
#include "ingest/dialect/head_reading.hpp"
#include "ingest/dialect/header_guess.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kCandidateBytes = std::size_t{1} << 16;
constexpr std::size_t kCandidateRecords = 300;

/// So many records in a row that do not fit are rather another table.
constexpr std::size_t kOtherTable = 20;

struct LineEnds {
  std::size_t lf = 0;
  std::size_t crlf = 0;
  std::size_t cr = 0;
};
LineEnds count_line_ends(std::string_view head) {
  LineEnds ends;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\n')
      ++(i > 0 && head[i - 1] == '\r' ? ends.crlf : ends.lf);
    else if (head[i] == '\r' && i + 1 < head.size() && head[i + 1] != '\n')
      ++ends.cr;
  }
  return ends;
}

void decide_line_ends(const LineEnds& ends, Dialect& dialect) {
  dialect.lone_cr_ends_line = ends.cr > 0 && ends.cr * 20 >= ends.lf + ends.crlf;
  const int kinds = (ends.lf > 0) + (ends.crlf > 0) + (dialect.lone_cr_ends_line ? 1 : 0);
  dialect.newline = kinds > 1 ? "mixed" : ends.crlf > 0 ? "CRLF" : dialect.lone_cr_ends_line ? "CR" : "LF";
}

/// Whether a line that begins with the mark has as many fields as the table: then it may be a header, or a record.
bool may_be_row(std::string_view head, bool is_whole, const Dialect& candidate, const HeadReading& without) {
  Dialect plain = candidate;
  plain.comment.clear();
  const HeadReading with = read_head(head, is_whole, plain, kCandidateRecords);
  const std::size_t width = usual_width(without.records);
  return std::any_of(with.records.begin(), with.records.end(), [&](const std::vector<std::string>& record) {
    return record.size() == width && record.front().starts_with(candidate.comment);
  });
}

/// The dialect under which the head is most table-like.
void choose_by_score(std::string_view head, bool is_whole, const ReadOptions& options, Dialect& dialect) {
  const auto delimiters = delimiter_candidates(head, options);
  double best = -1;
  Dialect chosen = dialect;
  for (const auto& comment : comment_candidates(head, options)) {
    for (const auto& [quote, escape] : quote_candidates(head, options)) {
      for (const auto& delimiter : delimiters) {
        Dialect candidate = dialect;
        candidate.comment = comment;
        candidate.delimiter = delimiter;
        candidate.quote = quote;
        candidate.escape = escape;
        const HeadReading reading = read_head(head, is_whole, candidate, kCandidateRecords);
        double value = table_likeness(reading, delimiter);
        if (quote == '\'' && !options.quote) value *= reading.quoted > 0 ? 0.995 : 0.9;
        if (!comment.empty() && !options.comment && (comment != "#" || may_be_row(head, is_whole, candidate, reading)))
          value *= 0.97;  // a header may begin with # as well
        if (value > best + 1e-9) {
          best = value;
          chosen = candidate;
        }
      }
    }
  }
  dialect = chosen;
}

void take_copy_text(Dialect& dialect) {
  dialect.delimiter = "\t";
  dialect.quote = dialect.escape = 0;
  dialect.lone_cr_ends_line = false;
  dialect.comment = "\\.";  // the line that ends the records
  dialect.is_copy_text = true;
}

/// Undoes the escapes of all fields.
void decode_copy_records(HeadRecords& records) {
  std::deque<std::string> kept;
  std::vector<std::string_view> place;
  for (auto& record : records) {
    const std::vector<std::string_view> written(record.begin(), record.end());
    const auto fields = decode_copy_fields(written, kept, place);
    record.assign(fields.begin(), fields.end());
  }
}

void take_colon_list(const ColonList& list, Dialect& dialect) {
  dialect.delimiter = std::string(1, list.delimiter);
  dialect.quote = dialect.escape = 0;
  dialect.lone_cr_ends_line = false;
  dialect.last_takes_rest = true;
  dialect.has_addresses = list.has_addresses;
}

/// The fields behind the last column belong to it, and what an address holds is one field.
void join_rest(HeadRecords& records, const ColonList& list) {
  std::vector<std::string_view> views;
  std::vector<std::string_view> fields;
  for (auto& record : records) {
    if (record.size() < 2) continue;
    const std::string line = fmt::format("{}", fmt::join(record, std::string_view(&list.delimiter, 1)));
    views.clear();
    for (std::size_t at = 0; const std::string& field : record) {
      views.push_back(std::string_view(line).substr(at, field.size()));
      at += field.size() + 1;
    }
    if (list.has_addresses) {
      join_addresses(views, list.columns, fields);
    } else {
      fields.assign(views.begin(), views.begin() + static_cast<std::ptrdiff_t>(std::min(views.size(), list.columns)));
      if (views.size() > list.columns)
        fields.back() = std::string_view(line).substr(static_cast<std::size_t>(fields.back().data() - line.data()));
    }
    record.assign(fields.begin(), fields.end());
  }
}

constexpr std::size_t kOtherLines = 6;

/// Whether records end with a small table: a header for which something speaks, and five rows or more as wide as it is.
bool ends_with_table(std::span<const std::vector<std::string>> records,
                     const std::function<bool(std::string_view)>& is_header_word) {
  if (records.empty() || records.back().size() < 2) return false;
  std::size_t first = records.size();
  while (first > 0 && records[first - 1].size() == records.back().size()) --first;
  if (records.size() - first < kOtherLines) return false;
  const HeaderGuess guess =
      guess_header({records.begin() + static_cast<std::ptrdiff_t>(first), records.end()}, is_header_word);
  return guess.is_header && guess.is_sure;
}

/// How many records are shorter than the table. A long run of records that do not fit is another table behind this one
/// (NextTable), and so is a shorter one of lines without the delimiter or with a header: these are no habit.
std::size_t count_narrow(const HeadRecords& records, std::size_t width,
                         const std::function<bool(std::string_view)>& is_header_word) {
  std::size_t narrow = 0;
  for (std::size_t at = 0; at < records.size();) {
    std::size_t end = at;
    std::size_t short_ones = 0;
    bool is_undivided = width > 2;
    for (; end < records.size() && records[end].size() != width; ++end) {
      short_ones += records[end].size() < width;
      is_undivided = is_undivided && records[end].size() == 1;
    }
    const bool is_other = end - at >= (is_undivided ? kOtherLines : kOtherTable) ||
                          (short_ones == end - at && ends_with_table({&records[at], end - at}, is_header_word));
    if (!is_other) narrow += short_ones;
    at = std::max(end, at + 1);
  }
  return narrow;
}

/// Where the physical line before the record `number` ends; the head's size when that cannot be said.
std::size_t end_of_line(std::string_view head, const HeadReading& reading, std::size_t number) {
  if (number == 0 || number >= reading.lines.size()) return head.size();
  std::size_t at = 0;
  for (std::size_t line = 0; line < reading.lines[number]; ++line) {
    at = head.find('\n', at);
    if (at == std::string_view::npos) return head.size();
    ++at;
  }
  return at;
}

std::string_view without_cut_line(std::string_view head) {
  const auto end = head.find_last_of("\r\n");
  return end == std::string_view::npos ? head : head.substr(0, end + 1);
}

}  // namespace

Result<Dialect> sniff_dialect(std::string_view head, bool is_whole, const ReadOptions& options,
                              std::uint32_t max_columns) {
  if (head.empty())
    return fail(ErrorKind::invalid_input, "ingest.empty", "the text is empty", "check that the file was copied whole");
  Dialect dialect;
  dialect.delimiter_by = options.delimiter ? Decider::user : Decider::guessed;
  dialect.quote_by = options.quote ? Decider::user : Decider::guessed;
  dialect.escape_by = options.escape ? Decider::user : Decider::guessed;
  dialect.header_by = options.header ? Decider::user : Decider::guessed;
  decide_line_ends(count_line_ends(head), dialect);

  std::string_view sample = head;
  for (std::uint64_t skip = options.skip_lines.value_or(0); skip > 0 && !sample.empty(); --skip) {
    const auto end = sample.find(dialect.newline == "CR" ? '\r' : '\n');
    sample = end == std::string_view::npos ? std::string_view() : sample.substr(end + 1);
  }
  bool is_sample_whole = is_whole && sample.size() <= kCandidateBytes;
  std::string_view first_part = sample.substr(0, kCandidateBytes);
  if (!is_sample_whole && first_part.size() < sample.size()) first_part = without_cut_line(first_part);
  if (first_part.find_first_of("\r\n") == std::string_view::npos)
    is_sample_whole = true;  // one line longer than the part
  const auto list = find_colon_list(first_part, is_sample_whole, options);
  if (list)
    take_colon_list(*list, dialect);
  else if (looks_like_copy_text(first_part, is_sample_whole, options))
    take_copy_text(dialect);
  else
    choose_by_score(first_part, is_sample_whole, options, dialect);

  HeadReading reading = read_head(sample, is_whole, dialect, 20000);
  if (list) join_rest(reading.records, *list);
  if (dialect.is_copy_text) decode_copy_records(reading.records);
  if (reading.records.empty() && !is_whole) {  // one line longer than the head: what is there of it must do
    reading = read_head(sample, true, dialect, 1);
  }
  if (reading.records.empty()) {
    return fail(ErrorKind::invalid_input, "ingest.no_table", "the text holds nothing but blank lines or comments",
                "check that it is the right file");
  }
  dialect.columns = list                            ? list->columns
                    : options.ragged == Ragged::pad ? widest(reading.records)
                                                    : usual_width(reading.records);
  std::size_t first = 0;
  if (!options.skip_lines && options.ragged != Ragged::pad && !list) {
    const std::size_t width = usual_width(reading.records);
    first = preamble_records(reading.records, width);
    if (is_group_titles(reading.records, first, width)) ++first;
  }
  if (const std::size_t end = end_of_line(sample, reading, first); first >= kOtherTable && end < sample.size()) {
    auto before = sniff_dialect(sample.substr(0, end), true, options, max_columns);
    if (before && before->columns > 1 && before->preamble_lines == 0 && !before->pads_short_rows) return before;
  }
  dialect.preamble_lines = options.skip_lines ? *options.skip_lines : (first > 0 ? reading.lines[first] : 0);
  reading.records.erase(reading.records.begin(), reading.records.begin() + static_cast<std::ptrdiff_t>(first));
  if (dialect.columns > max_columns) {
    return fail(ErrorKind::limit, "ingest.too_many_columns",
                fmt::format("the table has {} columns, more than {}", dialect.columns, max_columns),
                "raise --max-columns if this is right");
  }
  if (options.header) {
    dialect.has_header = *options.header;
  } else {
    // A list's first line that holds an address (of a person or a page) or a hash is a record, whatever else it looks
    // like.
    const auto is_value = [](const std::string& cell) {
      return is_mail(cell) || is_hash(cell) || begins_as_address(cell);
    };
    const bool is_record = list && std::ranges::any_of(reading.records.front(), is_value);
    const HeaderGuess guess =
        is_record ? HeaderGuess{false, true} : guess_header(reading.records, options.is_header_word);
    dialect.has_header = guess.is_header;
    dialect.header_is_sure = guess.is_sure;
    dialect.header_lines = guess.lines;
  }
  const std::size_t narrow = count_narrow(reading.records, dialect.columns, options.is_header_word);
  dialect.pads_short_rows = options.ragged == Ragged::pad || (!list && options.ragged == Ragged::by_habit &&
                                                              (narrow > 1 || narrow + 1 == reading.records.size()) &&
                                                              narrow * 20 > reading.records.size());
  return dialect;
}

void describe_dialect(const Dialect& dialect, TableInfo& info) {
  info.format = dialect.last_takes_rest ? "colon_list" : dialect.is_copy_text ? "copy_text" : "delimited";
  info.delimiter = dialect.delimiter;
  info.quote = dialect.quote;
  info.escape = dialect.escape;
  info.newline = dialect.newline;
  info.has_header = dialect.has_header;
  info.header_is_sure = dialect.header_is_sure;
  info.delimiter_by = dialect.delimiter_by;
  info.quote_by = dialect.quote_by;
  info.escape_by = dialect.escape_by;
  info.header_by = dialect.header_by;
}

}  // namespace sidik::ingest
