// A text of any bytes under any options, read three times: whole, through a window that sees some bytes at a time, and
// through such a window under a small record limit. Input: twelve choices (see choose()), then the text.
#include <algorithm>

#include "choice_reader.hpp"
#include "ingest/delimited/delimited_reader.hpp"
#include "ingest/fixed/fixed_reader.hpp"
#include "ingest/json/json_reader.hpp"
#include "ingest/reading_for_test.hpp"
#include "reading_claims.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

using ingest::Ragged;
using ingest::Reading;
using ingest::ReadOptions;
using ingest::TextWindow;

constexpr std::size_t kLongestText = 4096;

struct Choices {
  ReadOptions options;
  std::string name;
  Limits limits;
  std::size_t piece = 1;
};

Choices choose(ChoiceReader& input) {
  static const std::array<const char*, 8> kDelimiters = {nullptr, ",", ";", "\t", "|", "::", "~|~", ""};
  static const std::array<const char*, 12> kEncodings = {nullptr,    "UTF-8",    nullptr,        "UTF-16LE",
                                                         "UTF-16BE", "UTF-32LE", "windows-1252", "Shift_JIS",
                                                         "GB18030",  "EUC-KR",   "ISO-2022-JP",  "UTF-16"};
  Choices out;
  auto& options = out.options;
  if (const auto* format = input.one_of<const char*, 3>({nullptr, "delimited", "json"})) options.format = format;
  options.ragged = input.one_of<Ragged, 3>({Ragged::by_habit, Ragged::reject, Ragged::pad});
  if (const auto header = input.below(3); header > 0) options.header = header == 1;
  if (const auto* delimiter = input.one_of(kDelimiters)) options.delimiter = delimiter;
  if (const auto quote = input.below(4); quote > 0) options.quote = std::array<char, 4>{0, '"', '\'', 0}[quote];
  if (const auto escape = input.below(4); escape > 0) options.escape = std::array<char, 4>{0, '"', '\\', 0}[escape];
  if (const auto* encoding = input.one_of(kEncodings)) options.encoding = encoding;
  if (const auto* comment = input.one_of<const char*, 4>({nullptr, "#", "--", ""})) options.comment = comment;
  if (const auto skip = input.below(4); skip > 0) options.skip_lines = skip - 1;
  out.name = input.one_of<const char*, 3>({"text", "text.csv", "text.json"});
  out.piece = 1 + input.below(7);
  out.limits.record_bytes = input.one_of<std::uint64_t, 4>({4096, 256, 32, 1});
  out.limits.columns = 64;
  out.limits.json_depth = 8;
  return out;
}

std::string decoded(const std::string& text, const ingest::Encoding& encoding) {
  ingest::MemorySource source(text);
  auto window = TextWindow::create(source, encoding);
  require(window.has_value(), "an encoding that was detected has a converter");
  while (true) {
    const auto got = window->fill();
    require(got.has_value(), "bytes in memory can be read");
    if (!*got) return std::string(window->text());
  }
}

/// The same text through a window that holds no more than was asked for, so that every place is a window's end. Nothing
/// when the text is refused before it is read.
std::optional<Reading> read_streamed(const std::string& text, const Choices& choices, const Limits& limits,
                                     bool is_json) {
  const auto encoding = ingest::detect_encoding(text, choices.options.encoding);
  if (!encoding) return std::nullopt;
  // Every fill of a converted window costs a buffer of 768 KiB.
  const std::size_t piece = encoding->is_utf8() ? choices.piece : std::max(choices.piece, text.size() / 24);
  ingest::MemorySource source(text, piece);
  auto window = TextWindow::create(source, *encoding);
  require(window.has_value(), "an encoding that was detected has a converter");
  Context context;
  context.limits = limits;
  ingest::ReadProgress progress{context};
  Reading reading;
  ingest::TableInfo info;
  info.name = choices.name;
  info.encoding = encoding->name;
  info.encoding_by = encoding->by;
  if (is_json) {
    reading.status = ingest::read_json(*window, std::move(info), reading, progress, reading.cut_because);
    return reading;
  }
  const std::string head = decoded(text, *encoding);
  const auto wanted = ingest::wanted_layout(head, true, choices.options);
  if (!wanted) return std::nullopt;
  auto layout = *wanted;
  std::optional<ingest::Dialect> dialect;
  if (!layout) {
    const auto sniffed = ingest::sniff_dialect(head, true, choices.options, limits.columns);
    if (!sniffed) return std::nullopt;
    dialect = *sniffed;
    if (ingest::may_be_padding(*dialect)) layout = ingest::find_padded(head, true, choices.options);
  }
  if (layout) {
    reading.status = ingest::read_fixed(*window, *layout, std::move(info), reading, progress);
    return reading;
  }
  ingest::describe_dialect(*dialect, info);
  reading.status = ingest::read_delimited(*window, *dialect, std::move(info), reading, progress, &choices.options);
  return reading;
}

void run(ChoiceReader input) {
  const Choices choices = choose(input);
  const std::string text(input.rest().substr(0, kLongestText));
  Limits wide = choices.limits;
  wide.record_bytes = kLongestText * 4;

  const Reading whole = ingest::read_text(text, choices.options, wide, 1 << 16, choices.name);
  if (whole.info.format.starts_with("sql_")) return;  // several tables; sql_fuzz reads them
  if (whole.status) require_whole_account(whole, text.size());
  const bool is_json = whole.status ? whole.info.format.starts_with("json") : choices.options.format == "json";

  const auto streamed = read_streamed(text, choices, wide, is_json);
  if (streamed && streamed->status) require_whole_account(*streamed, text.size());
  if (whole.status) {
    require(streamed && streamed->status, "what is read whole is read in pieces");
    // The shifts of ISO-2022 are no text and count to the line before them or behind, as the window falls.
    if (!whole.info.encoding.starts_with("ISO-2022")) require_same(whole, *streamed);
  }
  const auto limited = read_streamed(text, choices, choices.limits, is_json);
  if (limited && limited->status) require_whole_account(*limited, text.size());
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
