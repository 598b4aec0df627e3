// Any bytes as an SQLite database, under the limits of a small machine. Input: one choice (the longest record), then
// the file.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "choice_reader.hpp"
#include "ingest/sqlite/sqlite_for_test.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

/// The spans of all records and rejects lie in the file and apart.
void require_apart(std::vector<table::ByteSpan> spans, std::uint64_t size) {
  std::ranges::sort(spans, {}, [](const table::ByteSpan& span) { return span.offset.value; });
  std::uint64_t end = 0;
  for (const auto& span : spans) {
    require(span.length.value > 0, "no span is empty");
    require(span.offset.value >= end, "spans do not overlap");
    end = span.offset.value + span.length.value;
  }
  require(end <= size, "every span lies in the file");
}

void run(ChoiceReader input) {
  Limits limits;
  limits.record_bytes = input.one_of<std::uint64_t, 3>({4096, 300, 10});
  limits.columns = 64;
  limits.memory_bytes = std::uint64_t{1} << 20;
  const std::string bytes(input.rest());
  const auto reading = ingest::read_sqlite_bytes(bytes, limits);
  if (!reading.status) {
    require(reading.status.error().kind != ErrorKind::bug, "no file makes a bug");
    return;
  }
  std::uint64_t total = 0;
  std::uint64_t records = 0;
  std::uint64_t rejects = 0;
  for (const auto& account : reading.accounts) {
    require(ingest::sum_of(account) == account.total_bytes, "the parts of the account add up");
    require(account.other_bytes <= account.total_bytes, "no part is below zero");
    require(account.records > 0, "a table that is told has a record");
    total += account.total_bytes;
    records += account.records;
    rejects += account.rejected;
  }
  require(total == bytes.size(), "the tables have every byte of the file once");
  require(records == reading.records.size(), "every record counted is told");
  require(rejects == reading.rejects.size(), "every reject counted is told");
  require(reading.names.size() == reading.accounts.size(), "every table that begins ends");
  std::vector<table::ByteSpan> spans = reading.spans;
  for (const auto& reject : reading.rejects) spans.push_back(reject.span);
  require_apart(std::move(spans), bytes.size());
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
