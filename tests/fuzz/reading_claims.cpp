#include "reading_claims.hpp"

#include <algorithm>

#include "require.hpp"

namespace sidik::fuzz {
namespace {

std::uint64_t end_of(const table::ByteSpan& span) { return span.offset.value + span.length.value; }

std::uint64_t require_ordered(const std::vector<table::ByteSpan>& spans) {
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    length += spans[i].length.value;
    require(spans[i].length.value > 0, "no span is empty");
    require(i == 0 || end_of(spans[i - 1]) <= spans[i].offset.value, "spans come in order and do not overlap");
  }
  return length;
}

void require_same_spans(const std::vector<table::ByteSpan>& left, const std::vector<table::ByteSpan>& right) {
  require(std::equal(left.begin(), left.end(), right.begin(), right.end(),
                     [](const auto& a, const auto& b) {
                       return a.offset.value == b.offset.value && a.length.value == b.length.value;
                     }),
          "the spans of both readings are the same");
}

void require_same_accounts(const ingest::TableAccount& left, const ingest::TableAccount& right) {
  require(left.total_bytes == right.total_bytes, "total_bytes is the same");
  require(left.header_bytes == right.header_bytes, "header_bytes is the same");
  require(left.record_bytes == right.record_bytes, "record_bytes is the same");
  require(left.rejected_bytes == right.rejected_bytes, "rejected_bytes is the same");
  require(left.blank_bytes == right.blank_bytes, "blank_bytes is the same");
  require(left.other_bytes == right.other_bytes, "other_bytes is the same");
  require(left.lines == right.lines, "lines is the same");
  require(left.padded == right.padded, "padded is the same");
  require(left.invalid_bytes == right.invalid_bytes, "invalid_bytes is the same");
  require(left.nul_bytes == right.nul_bytes, "nul_bytes is the same");
  require(left.mixed_lines == right.mixed_lines, "mixed_lines is the same");
  require(std::ranges::equal(left.reject_count, right.reject_count), "reject_count is the same");
  require(std::ranges::equal(left.first_reject_offset, right.first_reject_offset), "first_reject_offset is the same");
  require(left.trailer_offset == right.trailer_offset, "trailer_offset is the same");
  require(left.last_line_cut == right.last_line_cut, "last_line_cut is the same");
}

}  // namespace

void require_whole_account(const ingest::Reading& reading, std::size_t size) {
  ingest::TableAccount account;  // of all tables, one behind the other
  for (const auto& [number, told] : reading.of_number) {
    require(ingest::sum_of(told.account) == told.account.total_bytes, "the parts of the account add up");
    account.total_bytes += told.account.total_bytes;
    account.record_bytes += told.account.record_bytes;
    account.rejected_bytes += told.account.rejected_bytes;
    account.records += told.account.records;
    account.rejected += told.account.rejected;
    for (const auto& record : told.records)
      require(record.size() <= told.info.columns.size(), "no record has more fields than the table has columns");
  }
  require(account.total_bytes == size, "the accounts cover the whole input");
  require(account.records == reading.records.size(), "every record counted is told");
  require(account.rejected == reading.rejects.size(), "every reject counted is told");

  std::vector<table::ByteSpan> rejects;
  for (const auto& reject : reading.rejects) rejects.push_back(reject.span);
  require(require_ordered(reading.spans) == account.record_bytes, "the records are as long as counted");
  require(require_ordered(rejects) == account.rejected_bytes, "the rejects are as long as counted");
  std::vector<table::ByteSpan> all = reading.spans;
  all.insert(all.end(), rejects.begin(), rejects.end());
  std::ranges::sort(all, {}, [](const table::ByteSpan& span) { return span.offset.value; });
  (void)require_ordered(all);
  require(all.empty() || end_of(all.back()) <= size, "every span lies in the input");
}

void require_same(const ingest::Reading& left, const ingest::Reading& right) {
  require(left.info.columns == right.info.columns, "the columns of both readings are the same");
  require(left.info.has_header == right.info.has_header, "both readings have a header or none has");
  require(left.records.size() == right.records.size(), "both readings have as many records");
  for (std::size_t r = 0; r < left.records.size(); ++r) {
    // A record read before a column appeared may have fewer fields; those that are missing are empty.
    auto shorter = left.records[r];
    auto longer = right.records[r];
    const std::size_t columns = std::max({shorter.size(), longer.size(), left.info.columns.size()});
    shorter.resize(columns);
    longer.resize(columns);
    require(shorter == longer, "the fields of both readings are the same");
  }
  require_same_spans(left.spans, right.spans);
  require(std::ranges::equal(left.rejects, right.rejects, {}, &table::Reject::reason, &table::Reject::reason),
          "the rejects of both readings are the same");
  require_same_accounts(left.account, right.account);
  require(left.cut_because == right.cut_because, "both readings end alike");
}

}  // namespace sidik::fuzz
