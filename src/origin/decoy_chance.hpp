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

/// The chance that any decoy of an innocent recipient meets in two numbers that were drawn each by itself, in one row:
/// how often chance meets one number is at most what three more controls than were found would say (95 %), and two are
/// met as one squared. For a single decoy that permutation says little of.
[[nodiscard]] Probability chance_of_two(std::uint64_t planted, std::uint64_t controls, std::uint64_t controls_found);

/// log10 of n! / (k! (n - k)!); minus infinity when k > n.
[[nodiscard]] double log10_choose(std::uint64_t n, std::uint64_t k);

}  // namespace sidik::origin
