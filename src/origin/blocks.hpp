#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sidik::origin {

/// A stretch of the file over which the mixture of strata does not change.
struct Stretch {
  std::size_t first = 0;  ///< of the sequence
  std::size_t last = 0;   ///< one behind
};

/// Cuts a sequence of strata where their mixture changes: one stretch for a shuffled dump, one for each source where
/// they stand one behind the other.
///
/// Method    binary segmentation: the cut that raises the multinomial likelihood most, as long as it beats twice the
///           Bayesian information criterion; found among some hundred places, then moved to the best one beside it.
/// Cost      O(n + cuts x strata x 512).
[[nodiscard]] std::vector<Stretch> find_stretches(std::span<const std::uint32_t> strata, std::size_t kinds);

}  // namespace sidik::origin
