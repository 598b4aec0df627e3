#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/result.hpp"

namespace sidik::runs {

/// A temporary file without a name: mode 0600, gone when it is closed or the program dies.
///
/// Units    positions are counted in keys of 8 bytes, in the machine's own byte order, for the file stays on it.
/// Errors   runs.spill_failed (io), with the system's reason.
/// Threads  read is const and may run in any number of threads.
class SpillFile {
 public:
  [[nodiscard]] static Result<SpillFile> create(const std::string& directory);
  ~SpillFile();
  SpillFile(SpillFile&& other) noexcept;
  SpillFile& operator=(SpillFile&& other) noexcept;
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;

  [[nodiscard]] Status append(std::span<const std::uint64_t> keys);
  /// Fills `keys` from position `first`; all of them must have been appended before.
  [[nodiscard]] Status read(std::uint64_t first, std::span<std::uint64_t> keys) const;
  /// Keys appended so far.
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  SpillFile(int descriptor, std::string directory);

  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::string directory_;
};

}  // namespace sidik::runs
