// A text of any bytes, read as SQL: whole and through a window that sees some bytes at a time, under two record limits.
// Input: three choices (see run()), then the text.
#include <algorithm>

#include "choice_reader.hpp"
#include "ingest/reading_for_test.hpp"
#include "ingest/sql/sql_dialect.hpp"
#include "ingest/sql/sql_reader.hpp"
#include "reading_claims.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

using ingest::Reading;

constexpr std::size_t kLongestText = 4096;

Reading read_as_sql(const std::string& text, const ingest::Encoding& encoding, std::size_t piece,
                    std::uint64_t record_bytes) {
  ingest::MemorySource source(text, piece);
  auto window = ingest::TextWindow::create(source, encoding);
  require(window.has_value(), "the encoding has a converter");
  Context context;
  context.limits.record_bytes = record_bytes;
  context.limits.columns = 16;
  ingest::ReadProgress progress{context};
  Reading reading;
  reading.status =
      ingest::read_sql(*window, ingest::guess_sql_dialect(text), {}, reading, progress, reading.cut_because);
  require(reading.status || reading.status.error().code == ErrorCode("ingest.no_record") ||
              reading.status.error().kind == ErrorKind::limit,
          "SQL without a record is the only refusal besides a limit");
  return reading;
}

/// The accounts of all tables cover the text, and no two spans of any of them overlap.
void require_whole(const Reading& reading, std::size_t size) {
  if (!reading.status) return;
  std::uint64_t total = 0;
  std::vector<table::ByteSpan> all;
  for (const auto& [number, told] : reading.of_number) {
    require(told.is_ended, "every table is ended");
    require(!told.records.empty(), "no table is told without a record");
    require(ingest::sum_of(told.account) == told.account.total_bytes, "the parts of a table add up");
    require(told.account.records == told.records.size(), "every record counted is told");
    require(told.account.rejected >= told.rejects.size(), "every reject told is counted");
    total += told.account.total_bytes;
    for (const auto& record : told.records)
      require(record.size() <= told.info.columns.size(), "no record has more fields than its table has columns");
    all.insert(all.end(), told.spans.begin(), told.spans.end());
    for (const auto& reject : told.rejects) all.push_back(reject.span);
  }
  require(total == size, "the accounts of all tables cover the input");
  std::ranges::sort(all, {}, [](const table::ByteSpan& span) { return span.offset.value; });
  std::uint64_t end = 0;
  for (const auto& span : all) {
    require(span.length.value > 0 && span.offset.value >= end, "spans are not empty and do not overlap");
    end = span.offset.value + span.length.value;
  }
  require(end <= size, "every span lies in the input");
}

void require_same_tables(const Reading& left, const Reading& right) {
  require(left.status.has_value() == right.status.has_value(), "both readings succeed or none does");
  require(left.cut_because == right.cut_because || !left.status, "both readings end alike");
  if (!left.status) return;
  require(left.of_number.size() == right.of_number.size(), "both readings have as many tables");
  for (const auto& [number, told] : left.of_number) {
    const auto found = right.of_number.find(number);
    require(found != right.of_number.end(), "both readings have the same tables");
    Reading one;
    Reading other;
    one.info = told.info;
    one.account = told.account;
    one.records = told.records;
    one.spans = told.spans;
    one.rejects = told.rejects;
    other.info = found->second.info;
    other.account = found->second.account;
    other.records = found->second.records;
    other.spans = found->second.spans;
    other.rejects = found->second.rejects;
    require(one.info.name == other.info.name, "the names of the tables are the same");
    require_same(one, other);
  }
}

void run(ChoiceReader input) {
  const std::size_t piece = 1 + input.below(7);
  const auto record_bytes = input.one_of<std::uint64_t, 4>({4 * kLongestText, 256, 32, 1});
  ingest::Encoding encoding;
  if (input.below(4) == 3) encoding.name = "UTF-16LE";
  const std::string text(input.rest().substr(0, kLongestText));
  const Reading whole = read_as_sql(text, encoding, std::size_t{1} << 16, record_bytes);
  require_whole(whole, text.size());
  // Every fill of a converted window costs a buffer of 768 KiB.
  const std::size_t small = encoding.is_utf8() ? piece : std::max(piece, text.size() / 24);
  const Reading streamed = read_as_sql(text, encoding, small, record_bytes);
  require_whole(streamed, text.size());
  require_same_tables(whole, streamed);
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
