#include "ingest/delimited/ahead_reader.hpp"

#include <algorithm>
#include <utility>

namespace sidik::ingest {
namespace {

/// Less than this for each thread is read faster than shared.
constexpr std::size_t kLeastBytes = std::size_t{64} << 10;
constexpr double kShareStep = 0.01;

/// Which record of `batch` begins at `offset`; none: npos.
std::size_t record_at(const table::RecordBatch& batch, ByteOffset offset) {
  std::size_t low = 0;
  std::size_t high = batch.records();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (batch.span(middle).offset.value < offset.value)
      low = middle + 1;
    else
      high = middle;
  }
  return low < batch.records() && batch.span(low).offset.value == offset.value ? low : std::string_view::npos;
}

}  // namespace

AheadReader::AheadReader(const Dialect& dialect, std::uint64_t most_record_bytes,
                         const std::vector<std::string>& header, RecordSink& sink, const TableInfo& info)
    : dialect_(dialect), most_record_bytes_(most_record_bytes), header_(header), sink_(sink), info_(info) {}

AheadReader::~AheadReader() {
  [[maybe_unused]] const Status told = finish();  // a reading that ends in an error tells its own
}

void AheadReader::start(std::string_view text, std::size_t from, ByteOffset offset,
                        const std::shared_ptr<const void>& chunk, std::size_t lanes) {
  while (current_ < begun_) leave();
  begun_ = current_ = 0;
  next_ = std::string_view::npos;
  if (lanes < 2 || (text.size() - from) / lanes < kLeastBytes) return;
  while (lanes_.size() + 1 < lanes) {
    const AheadLane::Rules rules{dialect_.columns, most_record_bytes_, dialect_.comment, &header_};
    lanes_.push_back(std::make_unique<AheadLane>(dialect_, rules, sink_, info_, lanes_.size() + 1));
    own_share_ = 1.0 / static_cast<double>(lanes);
  }
  const auto size = static_cast<double>(text.size() - from);
  const double share = size * (1 - own_share_) / static_cast<double>(lanes - 1);
  std::vector<std::size_t> begins;
  for (std::size_t lane = 0; lane + 1 < lanes; ++lane) {
    const auto about = from + static_cast<std::size_t>(size * own_share_ + share * static_cast<double>(lane));
    const std::size_t line = text.find('\n', about);
    begins.push_back(line == std::string_view::npos ? text.size() : line + 1);
  }
  begins.push_back(text.size());
  for (; begun_ + 1 < begins.size(); ++begun_)
    lanes_[begun_]->post({text, begins[begun_], begins[begun_ + 1], offset, chunk});
  next_ = lanes_.front()->share().begin;
}

Result<std::optional<AheadReader::Stretch>> AheadReader::take(std::size_t at, RecordIndex first) {
  while (current_ + 1 < begun_ && at >= lanes_[current_ + 1]->share().begin) leave();
  AheadLane& lane = *lanes_[current_];
  if (!is_inside_) balance(lane.wait_read());
  is_inside_ = true;
  SIDIK_CHECK(lane.status());
  const auto run = std::ranges::upper_bound(lane.runs(), at, {}, &AheadLane::Run::end);
  if (run == lane.runs().end()) {
    leave();
    return std::nullopt;
  }
  next_ = std::max(at, run->begin);
  return at < run->begin ? std::nullopt : take_run(lane, *run, at, first);
}

std::optional<AheadReader::Stretch> AheadReader::take_run(AheadLane& lane, const AheadLane::Run& run, std::size_t at,
                                                          RecordIndex first) {
  const ByteOffset offset(lane.share().offset.value + at);
  std::size_t b = run.first_batch;
  while (b + 1 < run.last_batch && lane.batch(b + 1).span(0).offset.value <= offset.value) ++b;
  Stretch stretch;
  stretch.first_record = record_at(lane.batch(b), offset);
  if (stretch.first_record == std::string_view::npos) return std::nullopt;
  if (stretch.first_record > 0) {
    stretch.batch = &lane.batch(b++);
    first = RecordIndex(first.value + stretch.batch->records() - stretch.first_record);
  }
  stretch.end = next_ = run.end;
  if (b == run.last_batch) return stretch;
  stretch.bytes = lane.share().offset.value + run.end - lane.batch(b).span(0).offset.value;
  lane.grant(b, run.last_batch, first);
  for (; b < run.last_batch; ++b) stretch.records += lane.batch(b).records();
  return stretch;
}

void AheadReader::leave() {
  lanes_[current_++]->leave();
  is_inside_ = false;
  next_ = current_ < begun_ ? lanes_[current_]->share().begin : std::string_view::npos;
}

/// The reader's share grows while it is the first to be done with its own, and shrinks while others wait for it.
void AheadReader::balance(bool was_read) {
  if (current_ > 0) return;
  const double even = 1.0 / static_cast<double>(begun_ + 1);
  own_share_ = std::clamp(own_share_ + (was_read ? -kShareStep : kShareStep) * even, even / 8, 1 - even / 8);
}

Status AheadReader::finish() {
  while (current_ < begun_) leave();
  Status status;
  for (const auto& lane : lanes_) {
    const Status of_lane = lane->wait_done();
    if (status) status = of_lane;
  }
  begun_ = current_ = 0;
  return status;
}

}  // namespace sidik::ingest
