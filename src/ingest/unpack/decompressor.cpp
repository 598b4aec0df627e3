#include "ingest/unpack/decompressor.hpp"

namespace sidik::ingest {
namespace {
constexpr std::size_t kInputBytes = std::size_t{1} << 18;
}  // namespace

Decompressor::Decompressor(ContainerKind kind, ByteSource& inner, std::uint64_t memory_bytes)
    : kind_(kind), inner_(inner), codec_(make_codec(kind, memory_bytes)), input_(kInputBytes) {
  if (codec_ == nullptr || !codec_->restart()) end(StopCode::out_of_memory, 0);
}

Result<std::size_t> Decompressor::read(std::span<char> buffer) {
  std::span<char> out = buffer;
  while (!is_ended_ && out.size() == buffer.size() && !buffer.empty()) {
    if (left_.empty() && !may_hold_more_) {
      SIDIK_TRY(const bool has_input, refill());
      if (!has_input) break;
    }
    if (is_between_parts_ && !begins_part()) continue;
    step(out);
  }
  return buffer.size() - out.size();
}

/// False when there is nothing more to unpack; a cut is noted.
Result<bool> Decompressor::refill() {
  SIDIK_TRY(const std::size_t got, inner_.read(input_));
  if (got == 0) {
    if (is_between_parts_ && !is_first_part_)
      is_ended_ = true;
    else
      end(StopCode::cut_off, packed_);
    return false;
  }
  packed_ += got;
  left_ = std::span(input_).first(got);
  return true;
}

/// Some writers pad with zero bytes behind a part. False when only padding is left, or bytes that belong to nothing.
bool Decompressor::begins_part() {
  if (!is_first_part_) {
    while (!left_.empty() && left_.front() == '\0') left_ = left_.subspan(1);
    if (left_.empty()) return false;
    if (!codec_->can_begin(static_cast<std::uint8_t>(left_.front()))) {
      end(StopCode::left_over, left_.size());
      return false;
    }
    if (!codec_->restart()) {
      end(StopCode::out_of_memory, packed());
      return false;
    }
  }
  is_between_parts_ = false;
  return true;
}

void Decompressor::step(std::span<char>& out) {
  const std::size_t before = left_.size() + out.size();
  const auto outcome = codec_->step(left_, out);
  may_hold_more_ = out.empty();
  switch (outcome) {
    case Codec::Outcome::more:
      // No codec may keep both its input and its room and promise more: that would go on for ever.
      if (left_.size() + out.size() == before && !left_.empty()) end(StopCode::damaged, packed());
      break;
    case Codec::Outcome::part_end:
      is_between_parts_ = true;
      is_first_part_ = false;
      may_hold_more_ = false;
      break;
    case Codec::Outcome::damaged:
      end(StopCode::damaged, packed());
      break;
    case Codec::Outcome::out_of_memory:
      end(StopCode::out_of_memory, packed());
      break;
  }
}

void Decompressor::end(StopCode code, std::uint64_t at) {
  is_ended_ = true;
  stop_ = {code, at};
}

}  // namespace sidik::ingest
