#pragma once

#include <cstdint>
#include <span>

#include "base/units.hpp"

namespace sidik::origin {

/// The objects of a leak that one recipient holds, by how many recipients hold them.
struct HeldObjects {
  std::uint32_t holders = 1;  ///< |V_t|, this recipient among them; at least 1
  std::uint64_t objects = 0;
};

/// How likely it is that a recipient leaked at least one object, when each object of the leak was either got elsewhere,
/// with probability `elsewhere`, or leaked by one of its holders, all alike and each object by itself.
///
/// Output   log10 of the probability of innocence, never above 0; 0 when he holds none of the leak. Guilt is 1 less
///          10 to its power. It saturates where much is shared: twenty who hold the same thousand rows are all "guilty"
///          of one at least, so a name must not rest on it.
/// Source   Papadimitriou and Garcia-Molina, Data Leakage Detection, TKDE 23(1), 2011.
[[nodiscard]] double log10_innocence(std::span<const HeldObjects> held, Probability elsewhere);

}  // namespace sidik::origin
