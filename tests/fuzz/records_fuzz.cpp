// The quick reading of records against the exact one, and reading ahead against reading alone. Input: four choices
// (delimiter, quote, escape, whether a lone CR ends a line), then the text.
#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "choice_reader.hpp"
#include "ingest/delimited/ahead_parser.hpp"
#include "ingest/delimited/record_parser.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

using ingest::ParseStatus;

/// Compares the two at every place of the text, whether more may come behind it or not.
void compare_parsers(const ingest::Dialect& dialect, std::string_view text) {
  ingest::RecordParser exact(dialect);
  ingest::RecordParser quick(dialect);
  quick.look_at(text);
  std::deque<std::string> kept;
  for (const bool is_last : {false, true}) {
    for (std::size_t at = 0; at < text.size();) {
      const auto status = exact.parse(text, at, is_last, kept);
      require(quick.parse(text, at, is_last, kept) == status, "both find the same kind of record");
      if (status != ParseStatus::record && status != ParseStatus::blank) {
        ++at;
        continue;
      }
      require(std::ranges::equal(quick.fields(), exact.fields()), "both find the same fields");
      require(quick.end() == exact.end(), "both find the same end");
      require(quick.had_quotes() == exact.had_quotes(), "both see the quotes");
      at = exact.end();
    }
  }
}

/// Every record of a piece that was read ahead is what the exact reading finds at its beginning.
void compare_ahead(ingest::Dialect dialect, std::string_view text) {
  ingest::RecordParser exact(dialect);
  std::deque<std::string> kept;
  if (exact.parse(text, 0, true, kept) != ParseStatus::record) return;
  dialect.columns = exact.fields().size();
  std::string copies;  // long enough to be worth a second thread
  while (copies.size() < (std::size_t{300} << 10)) copies += text;
  const std::vector<std::string> no_header;
  ingest::AheadParser ahead(dialect, 2, 4096, no_header);
  ahead.start(copies, 0, ByteOffset(0));
  if (ahead.next_begin() == std::string_view::npos) return;
  const auto& piece = ahead.take();
  std::size_t at = piece.begin;
  for (std::size_t r = 0; r < std::min<std::size_t>(piece.ends.size(), 500); ++r) {
    require(exact.parse(copies, at, true, kept) == ParseStatus::record, "a record was read ahead where there is one");
    const auto& batch = piece.batches[r / ahead.batch_records()];
    require(std::ranges::equal(batch.record(r % ahead.batch_records()), exact.fields()), "its fields are the same");
    require(exact.end() == piece.ends[r], "its end is the same");
    at = exact.end();
  }
  ahead.finish();
}

void run(ChoiceReader input) {
  ingest::Dialect dialect;
  dialect.delimiter = input.one_of<std::string, 6>({",", ";", "\t", "|", "||", ""});
  dialect.quote = input.one_of<char, 3>({'"', '\'', 0});
  dialect.escape = input.one_of<char, 3>({dialect.quote, '\\', 0});
  dialect.lone_cr_ends_line = input.below(2) == 1;
  compare_parsers(dialect, input.rest());
  if (!input.rest().empty()) compare_ahead(dialect, input.rest());
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
