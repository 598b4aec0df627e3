#include "ingest/member_buffer.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace sidik::ingest {

Result<std::unique_ptr<MemberBuffer>> MemberBuffer::read_all(ByteSource& stream, const Limits& limits) {
  constexpr std::size_t kStep = std::size_t{1} << 18;
  const std::uint64_t most = limits.memory_bytes / 4;
  auto out = std::make_unique<MemberBuffer>();
  std::string& bytes = out->bytes_;
  std::size_t filled = 0;
  while (true) {
    if (bytes.size() - filled < kStep) bytes.resize(std::max(bytes.size() * 2, kStep));
    SIDIK_TRY(const std::size_t got, stream.read(std::span(bytes).subspan(filled)));
    if (got == 0) break;
    filled += got;
    if (filled > most) {
      return fail(ErrorKind::limit, "ingest.member_too_large",
                  fmt::format("it is read from many places, does not lie in a file of its own, and is longer than {} "
                              "bytes, a quarter of the working memory",
                              most),
                  "unpack it and examine the file, or raise --memory");
    }
  }
  bytes.resize(filled);
  return out;
}

Result<std::size_t> MemberBuffer::read(std::span<char> buffer) {
  const std::size_t given = std::min(buffer.size(), bytes_.size() - at_);
  std::memcpy(buffer.data(), bytes_.data() + at_, given);
  at_ += given;
  return given;
}

bool MemberBuffer::seek(std::uint64_t offset) {
  at_ = static_cast<std::size_t>(std::min<std::uint64_t>(offset, bytes_.size()));
  return true;
}

}  // namespace sidik::ingest
