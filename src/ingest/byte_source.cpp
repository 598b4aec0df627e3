#include "ingest/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace sidik::ingest {

FileSource::FileSource(int descriptor, std::string path, std::uint64_t size, Observer on_bytes,
                       const CancelToken* cancel)
    : descriptor_(descriptor), path_(std::move(path)), size_(size), on_bytes_(std::move(on_bytes)), cancel_(cancel) {}

FileSource::~FileSource() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

Result<std::unique_ptr<FileSource>> FileSource::open(const std::string& path, Observer on_bytes,
                                                     const CancelToken* cancel) {
  if (path == "-")
    return std::unique_ptr<FileSource>(new FileSource(STDIN_FILENO, "standard input", 0, std::move(on_bytes), cancel));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR)) {
    return fail(ErrorKind::not_found, "ingest.not_found", fmt::format("{} does not exist", path), "check the path");
  }
  if (descriptor < 0) {
    return fail(ErrorKind::io, "ingest.unreadable", fmt::format("{} cannot be opened: {}", path, std::strerror(errno)),
                "check the permissions of the file");
  }
  struct stat info{};
  const bool is_file = ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
  return std::unique_ptr<FileSource>(new FileSource(
      descriptor, path, is_file ? static_cast<std::uint64_t>(info.st_size) : 0, std::move(on_bytes), cancel));
}

Result<std::size_t> FileSource::read(std::span<char> buffer) {
  while (true) {
    const ssize_t got = ::read(descriptor_, buffer.data(), buffer.size());
    if (got >= 0) {
      position_ += static_cast<std::uint64_t>(got);
      if (on_bytes_ && got > 0) on_bytes_({buffer.data(), static_cast<std::size_t>(got)});
      return static_cast<std::size_t>(got);
    }
    if (errno == EINTR && cancel_ != nullptr && cancel_->is_cancelled()) return std::size_t{0};
    if (errno != EINTR) {
      return fail(ErrorKind::io, "ingest.unreadable",
                  fmt::format("{} cannot be read at byte {}: {}", path_, position_, std::strerror(errno)),
                  "copy the file to a sound disk and try again");
    }
  }
}

bool FileSource::seek(std::uint64_t offset) {
  if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) return false;
  position_ = offset;
  return true;
}

Result<std::string_view> PeekedSource::peek(std::size_t count) {
  if (at_ > 0) {
    head_.erase(0, at_);
    at_ = 0;
  }
  while (head_.size() < count) {
    const std::size_t before = head_.size();
    head_.resize(count);
    auto got = inner_.read({head_.data() + before, count - before});
    head_.resize(before + (got ? *got : 0));
    if (!got) return std::unexpected(std::move(got).error());
    if (*got == 0) break;
  }
  return std::string_view(head_).substr(0, count);
}

Result<std::size_t> PeekedSource::read(std::span<char> buffer) {
  if (at_ == head_.size()) return inner_.read(buffer);
  const std::size_t given = std::min(buffer.size(), head_.size() - at_);
  std::memcpy(buffer.data(), head_.data() + at_, given);
  at_ += given;
  if (at_ == head_.size()) {
    head_.clear();
    at_ = 0;
  }
  return given;
}

}  // namespace sidik::ingest
