#pragma once

#include <cstdint>

#include "base/limits.hpp"
#include "base/result.hpp"

namespace sidik::ingest {

/// Stops an archive bomb: counts what an archive unpacks to and compares it with what was packed.
class UnpackGuard {
 public:
  explicit UnpackGuard(const Limits& limits) : limits_(limits) {}
  /// `unpacked` more bytes came out; `packed` bytes were used in all so far.
  /// Errors   ingest.archive_ratio, ingest.archive_bytes, both of kind limit.
  Status add(std::uint64_t unpacked, std::uint64_t packed);

 private:
  Limits limits_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace sidik::ingest
