#pragma once

#include <compare>
#include <cstdint>

namespace sidik {

/// 128 uniformly distributed bits that stand for a value: equal values have equal hashes, and different values have
/// different ones but for a chance that each user states.
struct Hash128 {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend constexpr auto operator<=>(const Hash128&, const Hash128&) = default;
};

}  // namespace sidik
