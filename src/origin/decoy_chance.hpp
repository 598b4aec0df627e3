#pragma once

#include <cstdint>

#include "base/units.hpp"

namespace sidik::origin {

/// Decoys that were found, of those that one recipient got and of the controls that nobody got.
struct DecoyCount {
  std::uint64_t planted = 0;
  std::uint64_t found = 0;
  std::uint64_t controls = 0;
  std::uint64_t controls_found = 0;
};

/// The chance that at least `found` decoys of an innocent recipient are found: his decoys and the controls are alike in
/// everything but the label, so every deal of the labels over what was found is equally likely.
///
/// Errors   none; counts that do not fit (more found than planted) are cut.
/// Cost     O(found).
/// Source   Fisher's exact test, one side: the hypergeometric tail.
[[nodiscard]] Probability innocent_chance(const DecoyCount& count);

/// log10 of n! / (k! (n - k)!); minus infinity when k > n.
[[nodiscard]] double log10_choose(std::uint64_t n, std::uint64_t k);

}  // namespace sidik::origin
