#include "ingest/dialect.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "ingest/cell_kind.hpp"
#include "ingest/header_guess.hpp"
#include "ingest/record_parser.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kCandidateBytes = std::size_t{1} << 16;
constexpr std::size_t kCandidateRecords = 300;
constexpr std::size_t kMostPreambleLines = 64;
constexpr std::size_t kMostTitleRows = 16;

using Records = std::vector<std::vector<std::string>>;

/// The records of the head under one dialect, and how much of it does not fit.
struct Reading {
  Records records;                 ///< without blank lines and comments
  std::vector<std::size_t> lines;  ///< the physical line at which each record begins, from 0
  std::size_t irregular = 0;       ///< records that had to be read without quotes
  std::size_t quoted = 0;          ///< records with a quoted field
};

Reading read_head(std::string_view head, bool is_whole, const Dialect& dialect, std::size_t most_records) {
  Reading reading;
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

/// The most frequent number of fields; of equally frequent ones the largest.
std::size_t usual_width(const Records& records) {
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

std::size_t widest(const Records& records) {
  std::size_t width = 1;
  for (const auto& record : records) width = std::max(width, record.size());
  return width;
}

std::size_t filled_cells(const std::vector<std::string>& record) {
  return static_cast<std::size_t>(
      std::count_if(record.begin(), record.end(), [](const std::string& cell) { return !text::trim(cell).empty(); }));
}

/// A header that names all columns but the last, above rows that end with a delimiter.
bool is_short_header(const std::vector<std::string>& record, std::size_t width) {
  return record.size() >= 2 && record.size() + 1 == width &&
         std::all_of(record.begin(), record.end(), [](const std::string& cell) {
           const CellKind kind = cell_kind(cell);
           return kind == CellKind::token || kind == CellKind::words;
         });
}

/// How many records at the start are preamble: narrower than the table, before the first record as wide as it; or a
/// spreadsheet's title, rows of at most one filled cell above a row whose cells are all filled.
std::size_t preamble_records(const Records& records, std::size_t width) {
  std::size_t first = 0;
  while (first < records.size() && first <= kMostPreambleLines && records[first].size() < width &&
         !is_short_header(records[first], width))
    ++first;
  if (first > kMostPreambleLines || first == records.size()) return 0;
  std::size_t full = first;
  while (width >= 3 && full < records.size() && full <= kMostTitleRows && filled_cells(records[full]) <= 1) ++full;
  const bool is_titled = full > first && full + 1 < records.size() && records[full].size() == width &&
                         filled_cells(records[full]) == width;
  return is_titled ? full : first;
}

double prior_of(const std::string& delimiter) {
  if (delimiter.empty()) return 1.0;
  if (delimiter.size() > 1) return 1.02;  // when it fits as well as its first character, it is the better reading
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

double value_share(const Records& records, std::size_t first) {
  std::size_t cells = 0;
  std::size_t values = 0;
  for (std::size_t r = first; r < records.size(); ++r) {
    for (const auto& cell : records[r]) {
      const CellKind kind = cell_kind(cell);
      ++cells;
      values +=
          kind == CellKind::number || kind == CellKind::date || kind == CellKind::time || kind == CellKind::address;
    }
  }
  return cells == 0 ? 0 : static_cast<double>(values) / static_cast<double>(cells);
}

double typical_share(const Records& records, std::size_t first) {
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
bool holds_whole_values(const Records& records) {
  const auto whole = static_cast<std::size_t>(std::count_if(records.begin(), records.end(), [](const auto& record) {
    return record.size() == 1 && is_whole_value(record[0]);
  }));
  return whole >= 2 && (records.size() - whole) <= 1 + records.size() / 20;
}

/// Whether an @ between two cells stands in an e-mail address in at least half of the records.
bool splits_mail(const Records& records) {
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

/// Between 0 and about 1: how table-like the head is under a dialect. One column scores low, so that any steady split
/// wins.
double score(const Reading& reading, const std::string& delimiter) {
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
  if (splits_words(delimiter) && value_share(reading.records, first) < 0.3) return 0;
  const double whole = first > 0 ? 0.92 : 1.0;  // a reading that needs a preamble is the less likely one
  const double shares =
      whole + 0.02 * static_cast<double>(reading.quoted) / static_cast<double>(reading.records.size());
  return steady * steady * regular * gain * trust * shares * typical_share(reading.records, first) *
         prior_of(delimiter);
}

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

/// Characters that could delimit, and runs of two to four marks that recur.
std::vector<std::string> delimiter_candidates(std::string_view head) {
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

bool has_line_that_begins_with(std::string_view head, std::string_view mark) {
  for (std::size_t at = 0; at < head.size();) {
    if (head.substr(at).starts_with(mark)) return true;
    at = head.find('\n', at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  return false;
}

/// The marks that may begin lines which are no records of the table; empty: no such lines.
std::vector<std::string> comment_candidates(std::string_view head, const ReadOptions& options) {
  if (options.comment) return {*options.comment};
  std::vector<std::string> marks = {""};
  for (const std::string_view mark : {"#", "//", "--"}) {
    if (has_line_that_begins_with(head, mark)) marks.emplace_back(mark);
  }
  return marks;
}

/// The dialect under which the head is most table-like.
void choose_by_score(std::string_view head, bool is_whole, const ReadOptions& options, Dialect& dialect) {
  const std::vector<std::string> delimiters =
      options.delimiter ? std::vector<std::string>{*options.delimiter} : delimiter_candidates(head);
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
        const Reading reading = read_head(head, is_whole, candidate, kCandidateRecords);
        double value = score(reading, delimiter);
        if (quote == '\'' && !options.quote) value *= reading.quoted > 0 ? 0.995 : 0.9;
        if (!comment.empty() && !options.comment) value *= 0.97;  // a header may begin with # as well
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

  Reading reading = read_head(sample, is_whole, dialect, 20000);
  if (reading.records.empty() && !is_whole) {  // one line longer than the head: what is there of it must do
    reading = read_head(sample, true, dialect, 1);
  }
  if (reading.records.empty()) {
    return fail(ErrorKind::invalid_input, "ingest.no_table", "the text holds nothing but blank lines or comments",
                "check that it is the right file");
  }
  dialect.columns = options.ragged == Ragged::pad ? widest(reading.records) : usual_width(reading.records);
  const std::size_t first = options.skip_lines || options.ragged == Ragged::pad
                                ? 0
                                : preamble_records(reading.records, usual_width(reading.records));
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
