#include "ingest/delimited/ahead_lane.hpp"

#include <algorithm>
#include <utility>

#include "ingest/table_writer.hpp"

namespace sidik::ingest {
namespace {

/// A share in which so many records more than a sixteenth need judgement is left to the reader.
constexpr std::size_t kMostStops = 64;

/// A thread looks so often before it sleeps: some tenths of a millisecond. Threads that sleep and wake each other are
/// put on one core, one after the other, where two would be free.
constexpr int kLooks = 1000;

/// Waits until `number` is `wanted`; true when it was so at once.
bool wait_for(const std::atomic<std::uint32_t>& number, std::uint32_t wanted) {
  if (number.load(std::memory_order_acquire) == wanted) return true;
  for (int look = 0; look < kLooks; ++look) {
    if (number.load(std::memory_order_acquire) == wanted) return false;
    std::this_thread::yield();
  }
  for (std::uint32_t seen = number.load(std::memory_order_acquire); seen != wanted;
       seen = number.load(std::memory_order_acquire))
    number.wait(seen, std::memory_order_acquire);
  return false;
}

void raise(std::atomic<std::uint32_t>& number) {
  number.fetch_add(1, std::memory_order_release);
  number.notify_one();
}

}  // namespace

AheadLane::AheadLane(const Dialect& dialect, Rules rules, RecordSink& sink, const TableInfo& info, std::size_t number)
    : parser_(dialect), rules_(rules), sink_(sink), info_(info), number_(number), thread_([this] { work(); }) {}

AheadLane::~AheadLane() {
  if (left_ != posted_) leave();
  ends_ = true;
  raise(posted_);
  thread_.join();
}

void AheadLane::post(Share share) {
  share_ = std::move(share);
  raise(posted_);
}

bool AheadLane::wait_read() { return wait_for(read_, posted_); }

void AheadLane::leave() {
  (void)wait_read();  // the lane has its share by then, so that another may be posted
  raise(left_);
}

Status AheadLane::wait_done() {
  (void)wait_for(done_, posted_);
  return status_;
}

void AheadLane::work() {
  for (std::uint32_t number = 1;; ++number) {
    (void)wait_for(posted_, number);
    if (ends_) return;
    const std::shared_ptr<const void> chunk = share_.chunk;
    read();
    raise(read_);
    (void)wait_for(left_, number);
    give();
    raise(done_);
  }
}

void AheadLane::read() {
  runs_.clear();
  used_ = 0;
  parser_.look_at(share_.text);
  std::size_t stops = 0;
  for (std::size_t at = share_.begin; at < share_.end;) {
    read_run(share_, at);
    if (at < share_.end) at = parser_.line_end(share_.text, at, true);
    if (++stops > kMostStops + used_) return;
  }
}

/// Reads records from `at` on until one needs judgement, or the share ends; `at` is set behind them.
void AheadLane::read_run(const Share& share, std::size_t& at) {
  const Run run{at, at, used_, used_};
  table::RecordBatch* batch = nullptr;
  for (; at < share.end && is_plain_record(share, at); at = parser_.end()) {
    if (batch == nullptr || batch->records() == TableWriter::batch_records(rules_.columns)) batch = &next_batch();
    batch->append(parser_.fields(), {ByteOffset(share.offset.value + at), ByteCount(parser_.end() - at)});
  }
  if (batch != nullptr) runs_.push_back({run.begin, at, run.first_batch, used_});
}

bool AheadLane::is_plain_record(const Share& share, std::size_t at) {
  if (!rules_.comment.empty() && share.text.substr(at).starts_with(rules_.comment)) return false;
  if (parser_.parse_ahead(share.text, at) != ParseStatus::record) return false;
  const auto fields = parser_.fields();
  return fields.size() == rules_.columns && parser_.end() - at <= rules_.most_record_bytes &&
         !std::ranges::equal(*rules_.header, fields);
}

table::RecordBatch& AheadLane::next_batch() {
  if (used_ == batches_.size()) batches_.emplace_back();
  table::RecordBatch& batch = batches_[used_++];
  batch.reset(rules_.columns, RecordIndex(0));
  return batch;
}

void AheadLane::give() {
  for (const Grant& grant : std::exchange(grants_, {})) {
    std::uint64_t record = grant.record.value;
    for (std::size_t b = grant.first; b < grant.last && status_; ++b) {
      batches_[b].number_from(RecordIndex(record));
      record += batches_[b].records();
      status_ = sink_.on_lane_batch(info_, batches_[b], number_);
    }
  }
}

}  // namespace sidik::ingest
