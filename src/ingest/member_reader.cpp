#include "ingest/member_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "ingest/delimited/delimited_reader.hpp"
#include "ingest/dialect/dialect.hpp"
#include "ingest/encoding/encoding.hpp"
#include "ingest/encoding/text_window.hpp"
#include "ingest/fixed/fixed_layout.hpp"
#include "ingest/fixed/fixed_reader.hpp"
#include "ingest/json/json_form.hpp"
#include "ingest/json/json_parser.hpp"
#include "ingest/json/json_reader.hpp"
#include "ingest/sql/sql_dialect.hpp"
#include "ingest/sql/sql_reader.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

/// How far a text that begins in ASCII is looked through for its first byte that is none.
constexpr std::size_t kEncodingSearch = std::size_t{1} << 22;
constexpr std::size_t kDialectHead = std::size_t{1} << 19;

struct Magic {
  std::string_view bytes;
  std::string_view what;
};
constexpr std::array<Magic, 9> kMagics = {
    {{std::string_view("Rar!\x1a\x07", 6), "a rar archive of a kind that is not read"},
     {std::string_view("SQLite format 3\0", 16), "an SQLite database"},
     {"%PDF-", "a PDF"},
     {std::string_view("\x7f"
                       "ELF",
                       4),
      "a program"},
     {std::string_view("\x89PNG", 4), "a picture"},
     {std::string_view("\xff\xd8\xff", 3), "a picture"},
     {"PAR1", "a Parquet file"},
     {"PGDMP", "a PostgreSQL archive in the custom format (pg_restore -f OUT.sql makes an SQL dump of it)"},
     {std::string_view("\xd0\xcf\x11\xe0", 4), "an old Office file"}}};

std::unexpected<Error> refuse_binary(std::string_view what) {
  return fail(ErrorKind::invalid_input, "ingest.binary", fmt::format("this is {}, not text", what),
              "unpack or convert it to delimited text or JSON lines");
}

Status refuse_known_binary(std::string_view head) {
  for (const auto& magic : kMagics) {
    if (head.starts_with(magic.bytes)) return refuse_binary(magic.what);
  }
  constexpr std::size_t kTarMagic = 257;  // POSIX.1-1988 ustar header
  if (head.size() > kTarMagic && head.substr(kTarMagic).starts_with("ustar"))
    return refuse_binary("a damaged tar archive");
  return {};
}

/// How many lines of so much text must hold a byte that is not ASCII before they speak for an encoding.
constexpr std::size_t kLinesThatTell = 4;

/// Lines with a character of which `is_meant` is true.
template <class IsMeant>
std::size_t count_lines_with(std::string_view text, IsMeant is_meant) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    lines += std::any_of(line.begin(), line.end(), is_meant) ? 1 : 0;
    at = end + 1;
  }
  return lines;
}

/// The encoding by the head or, when that is ASCII, by the lines around the first byte that is none. What comes later
/// than kEncodingSearch is read as UTF-8 or, where it is not, as EncodingMender does.
Result<Encoding> find_encoding(PeekedSource& peeked, const ReadOptions& options) {
  SIDIK_TRY(const std::string_view head, peeked.peek(kEncodingHead));
  SIDIK_TRY(Encoding encoding, detect_encoding(head, options.encoding));
  const bool is_open = encoding.by == Decider::guessed && encoding.is_utf8() && head.size() == kEncodingHead;
  if (!is_open || has_high_byte(head)) return encoding;
  const auto more = peeked.peek(kEncodingSearch);
  if (!more) return encoding;  // the reader meets the fault in its place
  const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const auto first = static_cast<std::size_t>(std::find_if(more->begin(), more->end(), is_high) - more->begin());
  if (first == more->size()) return encoding;
  const std::size_t line = more->rfind('\n', first);
  const std::string_view sample = more->substr(line == std::string_view::npos ? 0 : line + 1, kEncodingHead);
  // A stray byte here and there is for the mender: it does not make the whole text one of another encoding.
  if (count_lines_with(sample, is_high) < kLinesThatTell) return encoding;
  const auto later = detect_encoding(sample, {});
  const bool is_wide = !later || later->mark_bytes > 0 || later->name.find("UTF-") == 0;
  return is_wide ? encoding : *later;  // what begins in ASCII is not wide
}

bool has_json_name(const std::string& name) {
  const std::string folded = text::fold(name);
  return folded.ends_with(".json") || folded.ends_with(".jsonl") || folded.ends_with(".ndjson");
}

bool has_delimited_name(const std::string& name) {
  const std::string folded = text::fold(name);
  return folded.ends_with(".csv") || folded.ends_with(".tsv") || folded.ends_with(".psv");
}

/// Markup is a text with lines, but its lines are no records.
Status refuse_markup(std::string_view head) {
  const std::string start = text::fold(text::trim(head.substr(0, 4096)).substr(0, 256));
  if (start.starts_with("<?xml") || start.starts_with("<!doctype") || start.starts_with("<html") ||
      start.starts_with("<svg")) {
    return fail(ErrorKind::invalid_input, "ingest.no_table", "this is markup (XML or HTML), not a table",
                "export the table as delimited text");
  }
  return {};
}

/// Cells may hold SQL: a name or a delimiter that says delimited is believed.
bool is_sql(std::string_view head, const std::string& name, const ReadOptions& options) {
  if (options.format) return options.format == "sql";
  return !options.delimiter && !has_delimited_name(name) && looks_like_sql(head);
}

/// A text with a JSON name that does not begin like a table in JSON: a JSON scalar is no table; what is not JSON at all
/// may be delimited text under a wrong name when it has two or more steady columns.
Result<bool> is_misnamed_delimited(std::string_view head, bool is_whole, const ReadOptions& options,
                                   std::uint32_t max_columns) {
  std::size_t at = 0;
  std::deque<std::string> kept;
  JsonParser parser(64, kept);
  JsonParser::skip_white(head, at);
  const char first = at < head.size() ? head[at] : '\0';
  const auto status = parser.skip_value(head, at, is_whole);
  JsonParser::skip_white(head, at);
  if (status == JsonStatus::ok && at == head.size()) {
    return fail(ErrorKind::invalid_input, "ingest.no_table", "the JSON text is a single value, not a table",
                "JSON lines or an array of objects are read");
  }
  if (first != '[' && first != '{') {
    const auto dialect = sniff_dialect(head, is_whole, options, max_columns);
    const auto lines = std::count(head.begin(), head.end(), '\n');
    if (dialect && dialect->columns > 1 && lines >= 3) return true;
  }
  return fail(ErrorKind::invalid_input, "ingest.json_invalid", "the name says JSON and the text is not valid JSON",
              "check that the file was copied whole, or use --table-format delimited");
}

TableInfo describe(const std::string& name, const Encoding& encoding, const ReadOptions& options) {
  TableInfo info;
  info.name = name;
  info.encoding = encoding.name;
  info.encoding_by = encoding.by;
  info.format_by = options.format ? Decider::user : Decider::guessed;
  return info;
}

}  // namespace

Status read_member(ByteSource& source, const std::string& name, const ReadOptions& options, RecordSink& sink,
                   ReadProgress& progress, std::string& cut_because, const Reopen& reopen) {
  PeekedSource peeked(source);
  SIDIK_TRY(const std::string_view raw_head, peeked.peek(kEncodingHead));
  if (raw_head.empty()) {
    return fail(ErrorKind::invalid_input, "ingest.empty",
                source.cut_because().empty() ? "there is not one byte in it" : source.cut_because(),
                "check that the file was copied whole");
  }
  SIDIK_CHECK(refuse_known_binary(raw_head));
  SIDIK_TRY(const Encoding encoding, find_encoding(peeked, options));
  SIDIK_TRY(TextWindow window, TextWindow::create(peeked, encoding));
  while (window.text().size() < kDialectHead) {
    SIDIK_TRY(const bool got, window.fill());
    if (!got) break;
  }
  const std::string_view head = window.text();
  if (text::trim(head).empty()) {
    return fail(ErrorKind::invalid_input, "ingest.empty", "there is nothing but white space in it",
                "check that the file was copied whole");
  }
  if (is_binary(head.substr(0, kEncodingHead), options.delimiter.value_or(""))) return refuse_binary("binary data");

  TableInfo info = describe(name, encoding, options);
  bool is_json = options.format == "json";
  if (!options.format) {
    const JsonForm form = json_form(head);
    is_json = form == JsonForm::lines || (form == JsonForm::array && !has_delimited_name(name));
    if (!is_json && has_json_name(name)) {
      const std::size_t start = head.find_first_not_of(" \t\r\n");
      const char first = start == std::string_view::npos ? '\0' : head[start];
      is_json = first == '[' || first == '{';
      if (!is_json)
        SIDIK_CHECK(is_misnamed_delimited(head, window.is_at_end(), options, progress.context.limits.columns));
    }
  }
  Status status;
  if (is_json) {
    status = read_json(window, std::move(info), sink, progress, cut_because);
  } else if (is_sql(head, name, options)) {
    status = read_sql(window, guess_sql_dialect(head), std::move(info), sink, progress, cut_because);
  } else {
    SIDIK_CHECK(refuse_markup(head));
    SIDIK_TRY(std::optional<FixedLayout> layout, wanted_layout(head, window.is_at_end(), options));
    std::optional<Dialect> dialect;
    if (!layout) {
      SIDIK_TRY(dialect, sniff_dialect(head, window.is_at_end(), options, progress.context.limits.columns));
      if (may_be_padding(*dialect)) layout = find_padded(head, window.is_at_end(), options);
    }
    if (layout) {
      info.header_by = options.header ? Decider::user : Decider::guessed;
      status = read_fixed(window, *layout, std::move(info), sink, progress);
    } else {
      describe_dialect(*dialect, info);
      if (reopen && encoding.is_utf8() && !dialect->has_addresses) {
        SIDIK_TRY(const Survey survey, survey_records(reopen, *dialect, progress.context));
        if (survey.batch.records() > 0) SIDIK_CHECK(sink.on_survey(survey.batch));
      }
      status = read_delimited(window, *dialect, info, sink, progress, &options);
    }
  }
  if (cut_because.empty()) cut_because = source.cut_because();
  return status;
}

}  // namespace sidik::ingest
