#pragma once

#include <cstdint>

namespace sidik {

/// Where long work tells how far it is. The default says nothing; apps/sidik draws a line on a terminal.
class Progress {
 public:
  virtual ~Progress() = default;
  /// `bytes_done` of `bytes_total` input bytes (0: not known) and `records` so far. Called once a batch, from one
  /// thread.
  virtual void advance(std::uint64_t bytes_done, std::uint64_t bytes_total, std::uint64_t records) {
    (void)bytes_done, (void)bytes_total, (void)records;
  }
};

}  // namespace sidik
