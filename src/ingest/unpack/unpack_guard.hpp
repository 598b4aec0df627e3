#pragma once

#include <cstdint>
#include <functional>

#include "base/limits.hpp"
#include "base/result.hpp"

namespace sidik::ingest {

/// Stops an archive bomb: counts what a container unpacks to and compares it with what was packed.
class UnpackGuard {
 public:
  explicit UnpackGuard(const Limits& limits) : limits_(limits) {}
  /// `unpacked` more bytes came out; `packed` bytes were used in all so far.
  /// Errors   ingest.archive_ratio, ingest.archive_bytes, both of kind limit.
  Status add(std::uint64_t unpacked, std::uint64_t packed);
  /// One more member.
  /// Errors   ingest.archive_entries (limit).
  Status add_entry();

 private:
  Limits limits_;
  std::uint64_t unpacked_ = 0;
  std::uint32_t entries_ = 0;
};

/// The guard of all containers of one exhibit together, so that a bomb gains nothing by being packed many times over.
struct ExhibitGuard {
  UnpackGuard guard;
  std::function<std::uint64_t()> bytes_of_exhibit;  ///< as it lies, read so far
};

}  // namespace sidik::ingest
