#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/attribution.hpp"
#include "pack/pack.hpp"
#include "rehearse/profile_leak.hpp"

namespace sidik::bench {

/// One simulated leak, attributed twice: with its system among the candidates and without.
struct Attributed {
  std::size_t truth = 0;              ///< which profile leaked
  std::vector<double> with_truth;     ///< log10 LR a profile, then of unknown
  std::vector<double> without_truth;  ///< the same with the leaking profile left out: one fewer
};

/// Leaks every profile once for each seed, reads the tables as an examination would (meanings are decided, not known),
/// and attributes them.
[[nodiscard]] std::vector<Attributed> attribute_leaks(const pack::Pack& pack, rehearse::LeakNoise noise,
                                                      std::uint64_t first_seed, std::uint64_t last_seed);

}  // namespace sidik::bench
