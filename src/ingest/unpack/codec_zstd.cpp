#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <bit>

#include "ingest/unpack/codec.hpp"

namespace sidik::ingest {
namespace {

/// What zstd itself takes for the largest window on a 64-bit machine, and for the smallest.
constexpr int kMostWindowBits = 31;
constexpr int kLeastWindowBits = 10;

class ZstdCodec final : public Codec {
 public:
  explicit ZstdCodec(std::uint64_t memory_bytes) : context_(ZSTD_createDCtx()) {
    const int bits = std::clamp(static_cast<int>(std::bit_width(memory_bytes)) - 1, kLeastWindowBits, kMostWindowBits);
    if (context_ != nullptr) ZSTD_DCtx_setParameter(context_, ZSTD_d_windowLogMax, bits);
  }
  ~ZstdCodec() override { ZSTD_freeDCtx(context_); }
  ZstdCodec(const ZstdCodec&) = delete;
  ZstdCodec& operator=(const ZstdCodec&) = delete;

  Outcome step(std::span<const char>& in, std::span<char>& out) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    std::size_t status = 1;
    if (is_fresh_) {
      // Given a whole frame and room for it, zstd unpacks it at once and gives nothing when a part of it is damaged.
      // Without room for the first call it goes block by block, and what precedes the damage is kept.
      ZSTD_outBuffer no_room{out.data(), 0, 0};
      status = ZSTD_decompressStream(context_, &no_room, &from);
      is_fresh_ = false;
    }
    if (status != 0 && ZSTD_isError(status) == 0) status = ZSTD_decompressStream(context_, &to, &from);
    in = in.subspan(from.pos);
    out = out.subspan(to.pos);
    if (status == 0) return Outcome::part_end;
    if (ZSTD_isError(status) == 0) return Outcome::more;
    const auto error = ZSTD_getErrorCode(status);
    return error == ZSTD_error_frameParameter_windowTooLarge || error == ZSTD_error_memory_allocation
               ? Outcome::out_of_memory
               : Outcome::damaged;
  }
  bool restart() override {
    is_fresh_ = true;
    return context_ != nullptr && ZSTD_isError(ZSTD_DCtx_reset(context_, ZSTD_reset_session_only)) == 0;
  }
  /// A frame, or one of the sixteen kinds of skippable frames.
  [[nodiscard]] bool can_begin(std::uint8_t byte) const override { return byte == 0x28 || (byte & 0xf0U) == 0x50; }

 private:
  ZSTD_DCtx* context_;
  bool is_fresh_ = true;
};

}  // namespace

std::unique_ptr<Codec> make_zstd_codec(std::uint64_t memory_bytes) { return std::make_unique<ZstdCodec>(memory_bytes); }

}  // namespace sidik::ingest
