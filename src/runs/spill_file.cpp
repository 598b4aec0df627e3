#include "runs/spill_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace sidik::runs {
namespace {

std::unexpected<Error> spill_failed(std::string_view doing, const std::string& directory, int reason) {
  return fail(
      ErrorKind::io, "runs.spill_failed",
      fmt::format("cannot {} a temporary file in {}: {}", doing, directory, std::system_category().message(reason)),
      "give a folder with free space by --spill DIR, or more memory by --memory");
}

/// For file systems without O_TMPFILE.
int create_and_unlink(const std::string& directory) {
  std::string name = directory + "/sidik-spill-XXXXXX";
  const int descriptor = mkostemp(name.data(), O_CLOEXEC);
  if (descriptor >= 0 && unlink(name.c_str()) != 0) {
    const int reason = errno;
    close(descriptor);
    errno = reason;
    return -1;
  }
  return descriptor;
}

}  // namespace

Result<SpillFile> SpillFile::create(const std::string& directory) {
  int descriptor = open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) descriptor = create_and_unlink(directory);
  if (descriptor < 0) return spill_failed("make", directory, errno);
  return SpillFile(descriptor, directory);
}

SpillFile::SpillFile(int descriptor, std::string directory)
    : descriptor_(descriptor), directory_(std::move(directory)) {}

SpillFile::~SpillFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

SpillFile::SpillFile(SpillFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      size_(std::exchange(other.size_, 0)),
      directory_(std::move(other.directory_)) {}

SpillFile& SpillFile::operator=(SpillFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  std::swap(directory_, other.directory_);
  return *this;
}

Status SpillFile::append(std::span<const std::uint64_t> keys) {
  const char* at = reinterpret_cast<const char*>(keys.data());
  std::size_t left = keys.size_bytes();
  auto position = static_cast<off_t>(size_ * sizeof(std::uint64_t));
  while (left > 0) {
    const ssize_t written = pwrite(descriptor_, at, left, position);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return spill_failed("write to", directory_, written < 0 ? errno : ENOSPC);
    at += written;
    position += written;
    left -= static_cast<std::size_t>(written);
  }
  size_ += keys.size();
  return {};
}

Status SpillFile::read(std::uint64_t first, std::span<std::uint64_t> keys) const {
  char* at = reinterpret_cast<char*>(keys.data());
  std::size_t left = keys.size_bytes();
  auto position = static_cast<off_t>(first * sizeof(std::uint64_t));
  while (left > 0) {
    const ssize_t got = pread(descriptor_, at, left, position);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return spill_failed("read back", directory_, got < 0 ? errno : EIO);
    at += got;
    position += got;
    left -= static_cast<std::size_t>(got);
  }
  return {};
}

}  // namespace sidik::runs
