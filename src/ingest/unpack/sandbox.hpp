#pragma once

#include <cstdint>

namespace sidik::ingest {

/// What a helper process keeps when it is shut in: three descriptors, and no way to any other.
constexpr int kInputDescriptor = 3;    ///< the archive: a pipe or a file
constexpr int kOutputDescriptor = 4;   ///< frames
constexpr int kCommandDescriptor = 5;  ///< which member to skip

enum class SandboxState : std::uint8_t {
  closed,      ///< limits and the filter of system calls stand
  unfiltered,  ///< limits stand, the filter does not: the system has none, or this is a sanitizer build
  failed       ///< not even the limits
};

/// Whether this build can filter at all: a sanitizer's own system calls are many.
[[nodiscard]] bool can_filter_system_calls();

/// Shuts the calling process in, for good: no more memory than `memory_bytes` beyond what it has, no files, no core
/// dump, no new privileges; and only the system calls that a decoder needs, on its own
/// descriptors. Any other call kills the process.
///
/// Call it in a forked child with one thread. Closes every descriptor but the three above (and standard error in a
/// sanitizer build, for its report).
SandboxState enter_sandbox(std::uint64_t memory_bytes);

}  // namespace sidik::ingest
