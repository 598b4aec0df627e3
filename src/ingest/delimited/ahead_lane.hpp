#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"
#include "ingest/delimited/record_parser.hpp"
#include "ingest/reader.hpp"
#include "table/record_batch.hpp"

namespace sidik::ingest {

/// A thread that reads one share of a text after the other, waits for the reader's word on each, and hands on to the
/// sink what was granted.
///
/// Order     (post wait_read runs* grant* leave)* wait_done, all by the reader's thread.
class AheadLane {
 public:
  /// What a lane is to read: the records that begin in text[begin, end).
  struct Share {
    std::string_view text;
    std::size_t begin = 0;
    std::size_t end = 0;
    ByteOffset offset;                  ///< of the text in the member
    std::shared_ptr<const void> chunk;  ///< keeps the text
  };
  /// Records that stand one behind the other.
  struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t first_batch = 0;
    std::size_t last_batch = 0;  ///< one past
  };
  /// Judges what may be read ahead.
  struct Rules {
    std::size_t columns = 0;
    std::uint64_t most_record_bytes = 0;
    std::string_view comment;  ///< lines that begin so are none; empty: there are no such lines
    const std::vector<std::string>* header = nullptr;
  };

  AheadLane(const Dialect& dialect, Rules rules, RecordSink& sink, const TableInfo& info, std::size_t number);
  ~AheadLane();
  AheadLane(const AheadLane&) = delete;
  AheadLane& operator=(const AheadLane&) = delete;

  [[nodiscard]] const Share& share() const { return share_; }
  void post(Share share);
  /// True when the share was read already, so that nobody waited.
  bool wait_read();
  /// What the sink said of the shares before. REQUIRES wait_read.
  [[nodiscard]] const Status& status() const { return status_; }
  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  [[nodiscard]] table::RecordBatch& batch(std::size_t index) { return batches_[index]; }
  /// Batches [first, last) are records of the table, numbered from `record`.
  void grant(std::size_t first, std::size_t last, RecordIndex record) { grants_.push_back({first, last, record}); }
  /// Nothing more is granted of this share.
  void leave();
  /// Waits until all that was granted is with the sink. Errors: the sink's first.
  Status wait_done();

 private:
  struct Grant {
    std::size_t first;
    std::size_t last;
    RecordIndex record;
  };
  void work();
  void read();
  void read_run(const Share& share, std::size_t& at);
  [[nodiscard]] bool is_plain_record(const Share& share, std::size_t at);
  table::RecordBatch& next_batch();
  void give();

  RecordParser parser_;
  Rules rules_;
  RecordSink& sink_;
  const TableInfo& info_;
  std::size_t number_;
  Share share_;
  std::vector<Run> runs_;
  std::vector<table::RecordBatch> batches_;  ///< kept from share to share
  std::size_t used_ = 0;
  std::vector<Grant> grants_;
  Status status_;
  // Numbers of the shares that were posted, read, left and handed on; each is raised by one side only, behind what it
  // speaks of.
  std::atomic<std::uint32_t> posted_ = 0;
  std::atomic<std::uint32_t> read_ = 0;
  std::atomic<std::uint32_t> left_ = 0;
  std::atomic<std::uint32_t> done_ = 0;
  std::atomic<bool> ends_ = false;
  std::thread thread_;
};

}  // namespace sidik::ingest
