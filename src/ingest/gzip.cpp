#include "ingest/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "ingest/unpack_guard.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kInputBytes = std::size_t{1} << 18;
/// 16 added to the window bits asks zlib for a gzip header and trailer.
constexpr int kGzipWindowBits = 15 + 16;

class GzipSource final : public ByteSource {
 public:
  GzipSource(ByteSource& inner, const Limits& limits) : inner_(inner), guard_(limits), input_(kInputBytes) {
    is_open_ = inflateInit2(&stream_, kGzipWindowBits) == Z_OK;
  }
  ~GzipSource() override {
    if (is_open_) inflateEnd(&stream_);
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  Result<std::size_t> read(std::span<char> buffer) override {
    if (!is_open_) return fail(ErrorKind::bug, "ingest.zlib", "zlib does not start");
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(buffer.size(), std::size_t{1} << 30));
    const uInt asked = stream_.avail_out;
    while (!is_ended_ && stream_.avail_out == asked) {
      SIDIK_TRY(const bool has_input, refill());
      if (!has_input) break;
      step();
    }
    const std::size_t given = asked - stream_.avail_out;
    SIDIK_CHECK(guard_.add(given, packed_ - stream_.avail_in));
    return given;
  }

  std::string cut_because() const override { return cut_because_; }

 private:
  /// False when there is nothing more to decompress; then is_ended_ is set and a cut is noted.
  Result<bool> refill() {
    if (stream_.avail_in > 0) return true;
    SIDIK_TRY(const std::size_t got, inner_.read(input_));
    if (got == 0) {
      is_ended_ = true;
      cut_because_ = inner_.cut_because();
      if (cut_because_.empty() && !is_between_members_) {
        cut_because_ = fmt::format("the gzip stream is cut off after {} packed bytes", packed_);
      }
      return false;
    }
    packed_ += got;
    stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
    stream_.avail_in = static_cast<uInt>(got);
    return true;
  }

  void step() {
    if (is_between_members_ && !starts_member()) {
      end(fmt::format("{} or more bytes behind the gzip stream are no gzip and were left out", stream_.avail_in));
      return;
    }
    is_between_members_ = false;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      is_between_members_ = true;
      is_first_member_ = false;
      inflateReset(&stream_);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      end(fmt::format("the gzip stream is damaged near packed byte {}", packed_ - stream_.avail_in));
    }
  }

  /// Some writers pad with zero bytes behind the last member: those are skipped.
  bool starts_member() {
    if (is_first_member_) return true;
    while (stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
    return stream_.avail_in == 0 || *stream_.next_in == 0x1f;
  }

  void end(std::string because) {
    is_ended_ = true;
    cut_because_ = std::move(because);
  }

  ByteSource& inner_;
  UnpackGuard guard_;
  std::vector<char> input_;
  z_stream stream_{};
  std::uint64_t packed_ = 0;
  bool is_open_ = false;
  bool is_ended_ = false;
  bool is_first_member_ = true;
  bool is_between_members_ = true;
  std::string cut_because_;
};

}  // namespace

bool is_gzip(std::string_view head) { return head.size() >= 3 && head.starts_with("\x1f\x8b\x08"); }

std::unique_ptr<ByteSource> open_gzip(ByteSource& inner, const Limits& limits) {
  return std::make_unique<GzipSource>(inner, limits);
}

}  // namespace sidik::ingest
