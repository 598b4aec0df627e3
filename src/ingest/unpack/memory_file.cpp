#include "ingest/unpack/memory_file.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <vector>

namespace sidik::ingest {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

std::unexpected<Error> no_memory() {
  return fail(ErrorKind::limit, "ingest.unpack_memory", "there is no memory for an archive inside another",
              "unpack the outer archive and examine what is in it");
}

bool write_all(int descriptor, std::span<const char> bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR) return false;
    if (put > 0) bytes = bytes.subspan(static_cast<std::size_t>(put));
  }
  return true;
}

}  // namespace

Result<MemoryFile> MemoryFile::take(ByteSource& stream, std::uint64_t most_bytes) {
  MemoryFile file;
  file.descriptor_ = Descriptor(::memfd_create("sidik-archive", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!file.descriptor_.is_open()) return no_memory();
  std::vector<char> piece(kPieceBytes);
  while (file.size_ < most_bytes) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), most_bytes - file.size_));
    SIDIK_TRY(const std::size_t got, stream.read(std::span(piece).first(wanted)));
    if (got == 0) break;
    if (!write_all(file.descriptor_.get(), std::span(piece).first(got))) return no_memory();
    file.size_ += got;
    file.is_whole_ = file.size_ < most_bytes;
  }
  // The helper gets this descriptor; sealed, nobody can change the bytes under the reader.
  ::fcntl(file.descriptor_.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
  return file;
}

Result<std::size_t> ContinuedSource::read(std::span<char> buffer) {
  while (at_ < first_.size()) {
    const ssize_t got = ::pread(first_.descriptor(), buffer.data(), buffer.size(), static_cast<off_t>(at_));
    if (got < 0 && errno != EINTR) return fail(ErrorKind::io, "ingest.unreadable", "memory cannot be read");
    if (got <= 0) continue;
    at_ += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
  }
  return rest_.read(buffer);
}

}  // namespace sidik::ingest
