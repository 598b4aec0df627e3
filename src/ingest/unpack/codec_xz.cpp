#include <lzma.h>

#include "ingest/unpack/codec.hpp"

namespace sidik::ingest {
namespace {

class XzCodec final : public Codec {
 public:
  explicit XzCodec(std::uint64_t memory_bytes) : memory_bytes_(memory_bytes) {}
  ~XzCodec() override { lzma_end(&stream_); }
  XzCodec(const XzCodec&) = delete;
  XzCodec& operator=(const XzCodec&) = delete;

  Outcome step(std::span<const char>& in, std::span<char>& out) override {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(in.data());
    stream_.avail_in = in.size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out.data());
    stream_.avail_out = out.size();
    const lzma_ret status = lzma_code(&stream_, LZMA_RUN);
    in = in.last(stream_.avail_in);
    out = out.last(stream_.avail_out);
    if (status == LZMA_STREAM_END) return Outcome::part_end;
    if (status == LZMA_MEM_ERROR || status == LZMA_MEMLIMIT_ERROR) return Outcome::out_of_memory;
    return status == LZMA_OK || status == LZMA_BUF_ERROR ? Outcome::more : Outcome::damaged;
  }
  bool restart() override { return lzma_stream_decoder(&stream_, memory_bytes_, 0) == LZMA_OK; }
  [[nodiscard]] bool can_begin(std::uint8_t byte) const override { return byte == 0xfd; }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
  std::uint64_t memory_bytes_;
};

}  // namespace

std::unique_ptr<Codec> make_xz_codec(std::uint64_t memory_bytes) { return std::make_unique<XzCodec>(memory_bytes); }

}  // namespace sidik::ingest
