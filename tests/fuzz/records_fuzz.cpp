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
#include "ingest/delimited/ahead_reader.hpp"
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

/// Checks that what is handed on is what the exact reading finds at its place.
class Handed final : public ingest::RecordSink {
 public:
  Handed(const ingest::Dialect& dialect, std::string_view text) : exact_(dialect), text_(text) {}
  Status on_exhibit(const std::string&) override { return {}; }
  Status on_table(const ingest::TableInfo&) override { return {}; }
  Status on_batch(const ingest::TableInfo&, table::RecordBatch&) override { return {}; }
  Status on_lane_batch(const ingest::TableInfo&, table::RecordBatch& batch, std::size_t) override {
    records_ += batch.records();
    for (std::size_t r = 0; r < std::min<std::size_t>(batch.records(), 50); ++r) {
      const auto at = static_cast<std::size_t>(batch.span(r).offset.value);
      require(exact_.parse(text_, at, true, kept_) == ParseStatus::record, "a record was read where there is one");
      require(std::ranges::equal(batch.record(r), exact_.fields()), "its fields are the same");
      require(exact_.end() - at == batch.span(r).length.value, "its end is the same");
      if (r + 1 < batch.records()) require(batch.span(r + 1).offset.value == exact_.end(), "the next one follows");
    }
    return {};
  }
  Status on_reject(const ingest::TableInfo&, const table::Reject&) override { return {}; }
  Status on_table_end(const ingest::TableInfo&, const ingest::TableAccount&) override { return {}; }
  Status on_exhibit_end(const ingest::ExhibitAccount&) override { return {}; }
  [[nodiscard]] std::size_t records() const { return records_; }

 private:
  ingest::RecordParser exact_;
  std::string_view text_;
  std::deque<std::string> kept_;
  std::size_t records_ = 0;
};

/// Every record that was read ahead is what the exact reading finds at its beginning. The reader arrives at every
/// place.
void compare_ahead(ingest::Dialect dialect, std::string_view text) {
  ingest::RecordParser exact(dialect);
  std::deque<std::string> kept;
  if (exact.parse(text, 0, true, kept) != ParseStatus::record) return;
  dialect.columns = exact.fields().size();
  std::string copies;  // long enough to be worth a second thread
  while (copies.size() < (std::size_t{200} << 10)) copies += text;
  const std::vector<std::string> no_header;
  const ingest::TableInfo info;
  Handed handed(dialect, copies);
  std::size_t records = 0;
  {
    ingest::AheadReader ahead(dialect, 4096, no_header, handed, info);
    ahead.start(copies, 0, ByteOffset(0), nullptr, 2);
    for (std::size_t at = ahead.next_begin(); at < copies.size(); at = std::max(at + 1, ahead.next_begin())) {
      const auto stretch = ahead.take(at, RecordIndex(records));
      require(stretch.has_value(), "the sink refuses nothing");
      if (!*stretch) continue;
      records += (*stretch)->records;
      require((*stretch)->end > at && (*stretch)->end <= copies.size(), "a stretch goes on");
      at = (*stretch)->end - 1;
    }
    require(ahead.finish().has_value(), "the sink refuses nothing");
  }
  require(records == handed.records(), "what was taken is handed on");
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
