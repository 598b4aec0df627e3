#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "require.hpp"

namespace sidik::fuzz {

/// A file without a disk that can be opened by its path, for readers that seek. Linux only.
class FileInMemory {
 public:
  FileInMemory() : descriptor_(::memfd_create("sidik-fuzz", MFD_CLOEXEC)) {
    require(descriptor_ >= 0, "the system gives a file in memory");
  }
  ~FileInMemory() { ::close(descriptor_); }
  FileInMemory(const FileInMemory&) = delete;
  FileInMemory& operator=(const FileInMemory&) = delete;

  void write(const std::string& bytes) {
    require(::ftruncate(descriptor_, 0) == 0, "the file can be emptied");
    require(::pwrite(descriptor_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()),
            "the file can be written");
  }
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace sidik::fuzz
