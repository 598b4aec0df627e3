#include <zlib.h>

#include <algorithm>

#include "ingest/unpack/codec.hpp"

namespace sidik::ingest {
namespace {

/// 16 added to the window bits asks zlib for a gzip header and trailer.
constexpr int kGzipWindowBits = 15 + 16;
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30;

class GzipCodec final : public Codec {
 public:
  GzipCodec() { is_open_ = inflateInit2(&stream_, kGzipWindowBits) == Z_OK; }
  ~GzipCodec() override {
    if (is_open_) inflateEnd(&stream_);
  }
  GzipCodec(const GzipCodec&) = delete;
  GzipCodec& operator=(const GzipCodec&) = delete;

  Outcome step(std::span<const char>& in, std::span<char>& out) override {
    const std::size_t given = std::min(in.size(), kMostAtOnce);
    const std::size_t room = std::min(out.size(), kMostAtOnce);
    // zlib's interface is older than const; it does not write there.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // NOLINT
    stream_.avail_in = static_cast<uInt>(given);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(room);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    in = in.subspan(given - stream_.avail_in);
    out = out.subspan(room - stream_.avail_out);
    if (status == Z_STREAM_END) return Outcome::part_end;
    if (status == Z_MEM_ERROR) return Outcome::out_of_memory;
    return status == Z_OK || status == Z_BUF_ERROR ? Outcome::more : Outcome::damaged;
  }
  bool restart() override { return is_open_ && inflateReset(&stream_) == Z_OK; }
  [[nodiscard]] bool can_begin(std::uint8_t byte) const override { return byte == 0x1f; }

 private:
  z_stream stream_{};
  bool is_open_ = false;
};

}  // namespace

std::unique_ptr<Codec> make_gzip_codec() { return std::make_unique<GzipCodec>(); }

}  // namespace sidik::ingest
