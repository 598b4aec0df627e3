#include "ingest/unpack/decoder_input.hpp"

#include <unistd.h>

#include <cerrno>

namespace sidik::ingest {

Result<std::size_t> DecoderInput::read(std::span<char> buffer) {
  while (true) {
    const ssize_t got = size_ ? ::pread(descriptor_, buffer.data(), buffer.size(), static_cast<off_t>(position_))
                              : ::read(descriptor_, buffer.data(), buffer.size());
    if (got >= 0) {
      position_ += static_cast<std::uint64_t>(got);
      bytes_read_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    if (errno != EINTR) return fail(ErrorKind::io, "ingest.unreadable", "the archive cannot be read");
  }
}

}  // namespace sidik::ingest
