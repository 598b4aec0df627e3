#include <bzlib.h>

#include <algorithm>

#include "ingest/unpack/codec.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kMostAtOnce = std::size_t{1} << 30;

class Bzip2Codec final : public Codec {
 public:
  Bzip2Codec() = default;
  ~Bzip2Codec() override { close(); }
  Bzip2Codec(const Bzip2Codec&) = delete;
  Bzip2Codec& operator=(const Bzip2Codec&) = delete;

  Outcome step(std::span<const char>& in, std::span<char>& out) override {
    const std::size_t given = std::min(in.size(), kMostAtOnce);
    const std::size_t room = std::min(out.size(), kMostAtOnce);
    stream_.next_in = const_cast<char*>(in.data());  // NOLINT: it is only read
    stream_.avail_in = static_cast<unsigned>(given);
    stream_.next_out = out.data();
    stream_.avail_out = static_cast<unsigned>(room);
    const int status = BZ2_bzDecompress(&stream_);
    in = in.subspan(given - stream_.avail_in);
    out = out.subspan(room - stream_.avail_out);
    if (status == BZ_STREAM_END) return Outcome::part_end;
    if (status == BZ_MEM_ERROR) return Outcome::out_of_memory;
    return status == BZ_OK ? Outcome::more : Outcome::damaged;
  }
  bool restart() override {
    close();
    stream_ = {};
    is_open_ = BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK;
    return is_open_;
  }
  [[nodiscard]] bool can_begin(std::uint8_t byte) const override { return byte == 'B'; }

 private:
  void close() {
    if (is_open_) BZ2_bzDecompressEnd(&stream_);
    is_open_ = false;
  }
  bz_stream stream_{};
  bool is_open_ = false;
};

}  // namespace

std::unique_ptr<Codec> make_bzip2_codec() { return std::make_unique<Bzip2Codec>(); }

}  // namespace sidik::ingest
