#include "ingest/delimited/ahead_parser.hpp"

#include <algorithm>

#include "ingest/table_writer.hpp"

namespace sidik::ingest {
namespace {

/// Less than this for each thread is read faster than shared.
constexpr std::size_t kLeastBytes = std::size_t{128} << 10;

}  // namespace

AheadParser::AheadParser(const Dialect& dialect, std::size_t threads, std::uint64_t most_record_bytes,
                         const std::vector<std::string>& header)
    : dialect_(dialect),
      most_record_bytes_(most_record_bytes),
      batch_records_(TableWriter::batch_records(dialect.columns)),
      header_(header),
      crew_(threads) {
  // A line that begins like a comment is for the reader to judge.
  if (!dialect.comment.empty()) return;
  for (std::size_t lane = 1; lane < threads; ++lane) lanes_.emplace_back(dialect);
}

void AheadParser::start(std::string_view text, std::size_t from, ByteOffset offset) {
  finish();
  const std::size_t share = (text.size() - from) / (lanes_.size() + 1);
  if (share < kLeastBytes) return;
  for (auto& lane : lanes_) {
    const std::size_t about = from + share * (begun_ + 1);
    lane.piece.begin = lane.parser.line_end(text, about, true);
    lane.end = about + share;
    if (begun_ > 0) lanes_[begun_ - 1].end = lane.piece.begin;
    ++begun_;
  }
  if (begun_ > 0) lanes_[begun_ - 1].end = text.size();
  for (std::size_t i = 0; i < begun_; ++i)
    crew_.submit([this, text, offset, i](std::size_t) { read(text, offset, lanes_[i]); });
}

void AheadParser::read(std::string_view text, ByteOffset offset, Lane& lane) const {
  lane.parser.look_at(text, lane.piece.begin);
  Piece& piece = lane.piece;
  piece.ends.clear();
  std::size_t batches = 0;
  for (std::size_t at = piece.begin; at < lane.end; at = lane.parser.end()) {
    if (lane.parser.parse_ahead(text, at) != ParseStatus::record) return;
    const auto fields = lane.parser.fields();
    if (fields.size() != dialect_.columns || lane.parser.end() - at > most_record_bytes_) return;
    if (std::ranges::equal(header_, fields)) return;
    if (piece.ends.size() == batches * batch_records_) {
      if (piece.batches.size() == batches) piece.batches.emplace_back();
      piece.batches[batches++].reset(dialect_.columns, RecordIndex(0));
    }
    piece.batches[batches - 1].append(fields, {ByteOffset(offset.value + at), ByteCount(lane.parser.end() - at)});
    piece.ends.push_back(lane.parser.end());
  }
}

std::size_t AheadParser::next_begin() const {
  return next_ < begun_ ? lanes_[next_].piece.begin : std::string_view::npos;
}

AheadParser::Piece& AheadParser::take() {
  crew_.wait();
  return lanes_[next_++].piece;
}

void AheadParser::finish() {
  if (begun_ > next_) crew_.wait();
  next_ = begun_ = 0;
}

}  // namespace sidik::ingest
