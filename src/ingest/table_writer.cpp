#include "ingest/table_writer.hpp"

#include <algorithm>
#include <utility>

#include "ingest/byte_census.hpp"
#include "text/utf8.hpp"

namespace sidik::ingest {

TableWriter::TableWriter(RecordSink& sink, TableInfo info, ReadProgress& progress)
    : sink_(sink), info_(std::move(info)), progress_(progress) {
  info_.number = progress_.next_number++;
  restart_batch();
}

void TableWriter::restart_batch() { batch_.reset(info_.columns.size(), RecordIndex(account_.records)); }

void TableWriter::add(std::span<const std::string_view> fields, table::ByteSpan span) {
  batch_.append(fields, span);
  ++account_.records;
  ++progress_.records;
  account_.record_bytes += span.length.value;
}

Status TableWriter::reject(table::RejectReason reason, table::ByteSpan span) {
  const auto index = static_cast<std::size_t>(reason);
  if (account_.reject_count[index]++ == 0) account_.first_reject_offset[index] = span.offset.value;
  ++account_.rejected;
  account_.rejected_bytes += span.length.value;
  if (is_started_) return sink_.on_reject(info_, {reason, span});
  if (held_rejects_.size() < kHeldRejects) held_rejects_.push_back({reason, span});
  return {};
}

Status TableWriter::flush() {
  if (batch_.records() > 0) {
    if (!is_started_) {
      is_started_ = true;
      ++progress_.open_tables;
      SIDIK_CHECK(sink_.on_table(info_));
      for (const auto& reject : std::exchange(held_rejects_, {})) SIDIK_CHECK(sink_.on_reject(info_, reject));
    }
    batch_.hold(chunk_);
    SIDIK_CHECK(sink_.on_batch(info_, batch_));
  }
  progress_.tell();
  restart_batch();
  return {};
}

Status TableWriter::count(std::uint64_t records, std::uint64_t bytes) {
  if (records == 0) return {};
  SIDIK_CHECK(flush());
  account_.records += records;
  progress_.records += records;
  account_.record_bytes += bytes;
  restart_batch();
  return {};
}

Result<bool> TableWriter::finish() {
  SIDIK_CHECK(flush());
  if (!is_started_) return false;
  SIDIK_CHECK(sink_.on_table_end(info_, account_));
  --progress_.open_tables;
  return true;
}

void TableWriter::add_column(std::string name) {
  info_.columns.push_back(std::move(name));
  batch_.widen(info_.columns.size());
}

void TableWriter::count_text(std::string_view text, bool lone_cr_ends_line) {
  const ByteCensus census = take_census(text);
  account_.lines += census.line_feeds;
  account_.nul_bytes += census.nuls;
  if (census.has_high) account_.invalid_bytes += text::count_invalid_utf8(text);
  if (!lone_cr_ends_line) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    account_.lines += text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
  }
}

}  // namespace sidik::ingest
