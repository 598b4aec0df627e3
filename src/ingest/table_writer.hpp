#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/context.hpp"
#include "ingest/byte_source.hpp"
#include "ingest/reader.hpp"

namespace sidik::ingest {

/// What one path's reading has reached: for progress and cancelling.
struct ReadProgress {
  const Context& context;
  const FileSource* file = nullptr;
  std::uint64_t records = 0;
  std::uint32_t next_number = 0;  ///< of the table that comes next (TableInfo::number)
  std::uint64_t open_tables = 0;  ///< told to the sink and not ended: an error then cannot be passed over
  void tell() const {
    if (context.progress != nullptr && file != nullptr)
      context.progress->advance(file->position(), file->size(), records);
  }
};

/// Gathers the records of one table into batches, hands them on, and keeps the table's account.
class TableWriter {
 public:
  TableWriter(RecordSink& sink, TableInfo info, ReadProgress& progress);

  /// Says what the fields added from here on are views into, so that a batch may outlive the reader's next call.
  void read_from(std::shared_ptr<const void> chunk) { chunk_ = std::move(chunk); }
  /// Keeps one record; views must stay valid until the next flush().
  void add(std::span<const std::string_view> fields, table::ByteSpan span);
  Status reject(table::RejectReason reason, table::ByteSpan span);
  /// Hands on what is gathered; called before the text under the views moves. The sink hears of the table with its
  /// first batch, so that a text without records is never told as a table.
  Status flush();
  /// Ends the table. Does nothing but return false when it had no record.
  Result<bool> finish();
  /// Adds a column; records so far have it empty.
  void add_column(std::string name);
  /// Counts line ends, NUL and invalid bytes of text that is done with; `text` ends at a line end or at the end.
  void count_text(std::string_view text, bool lone_cr_ends_line);

  [[nodiscard]] TableInfo& info() { return info_; }
  [[nodiscard]] TableAccount& account() { return account_; }
  [[nodiscard]] table::RecordBatch& batch() { return batch_; }
  [[nodiscard]] bool is_full() const {
    return batch_.records() >= kFewestRecords && batch_.records() >= batch_records(batch_.columns());
  }
  /// How many records a batch takes.
  static std::size_t batch_records(std::size_t columns) {
    return std::clamp(kBatchFields / std::max<std::size_t>(columns, 1), kFewestRecords, kBatchRecords);
  }
  /// Hands on what is gathered, then counts records, of `bytes` in all, that reach the sink by another way.
  Status count(std::uint64_t records, std::uint64_t bytes);
  /// Whether the sink has heard of the table.
  [[nodiscard]] bool is_started() const { return is_started_; }

 private:
  static constexpr std::size_t kBatchRecords = 1024;
  static constexpr std::size_t kFewestRecords = 64;
  static constexpr std::size_t kBatchFields = 8192;  ///< the fields of a batch and their keys stay in a core's cache
  static constexpr std::size_t kHeldRejects = 4096;
  void restart_batch();

  RecordSink& sink_;
  TableInfo info_;
  TableAccount account_;
  ReadProgress& progress_;
  table::RecordBatch batch_;
  std::shared_ptr<const void> chunk_;
  bool is_started_ = false;
  std::vector<table::Reject> held_rejects_;  ///< until the sink hears of the table
};

}  // namespace sidik::ingest
