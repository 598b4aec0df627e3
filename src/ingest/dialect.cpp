#include "ingest/dialect.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "ingest/dialect_candidates.hpp"
#include "ingest/dialect_score.hpp"
#include "ingest/head_reading.hpp"
#include "ingest/header_guess.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kCandidateBytes = std::size_t{1} << 16;
constexpr std::size_t kCandidateRecords = 300;

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
  choose_by_score(first_part, is_sample_whole, options, dialect);

  HeadReading reading = read_head(sample, is_whole, dialect, 20000);
  if (reading.records.empty() && !is_whole) {  // one line longer than the head: what is there of it must do
    reading = read_head(sample, true, dialect, 1);
  }
  if (reading.records.empty()) {
    return fail(ErrorKind::invalid_input, "ingest.no_table", "the text holds nothing but blank lines or comments",
                "check that it is the right file");
  }
  dialect.columns = options.ragged == Ragged::pad ? widest(reading.records) : usual_width(reading.records);
  std::size_t first = 0;
  if (!options.skip_lines && options.ragged != Ragged::pad) {
    const std::size_t width = usual_width(reading.records);
    first = preamble_records(reading.records, width);
    if (is_group_titles(reading.records, first, width)) ++first;
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
    const HeaderGuess guess = guess_header(reading.records, options.is_header_word);
    dialect.has_header = guess.is_header;
    dialect.header_is_sure = guess.is_sure;
  }
  std::size_t narrow = 0;
  for (const auto& record : reading.records) narrow += record.size() < dialect.columns;
  dialect.pads_short_rows = options.ragged == Ragged::pad || (options.ragged == Ragged::by_habit &&
                                                              (narrow > 1 || narrow + 1 == reading.records.size()) &&
                                                              narrow * 20 > reading.records.size());
  return dialect;
}

}  // namespace sidik::ingest
