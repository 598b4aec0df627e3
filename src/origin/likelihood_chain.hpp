#pragma once

#include <array>
#include <vector>

#include "origin/comparison.hpp"
#include "origin/noise_model.hpp"

namespace sidik::origin {

using GroupLogs = std::array<double, kGroups>;

/// A simple hypothesis: its weight among all and its log likelihoods by group.
struct Hypothesis {
  double weight = 0;
  GroupLogs logs{};
};

/// All hypotheses about a stratum. For n candidates: the leak of each, then of each its relative, its twin and rows
/// filled up in its form, then columns from anywhere; the last 3n + 1 are the unknown.
struct Hypotheses {
  std::size_t candidates = 0;
  std::vector<Hypothesis> all;
};
[[nodiscard]] Hypotheses hypotheses_of(const std::vector<Comparison>& comparisons);

/// log10 LR by group of candidate `which`, or of unknown where `which` is the number of candidates, against all others.
[[nodiscard]] std::array<double, kGroups> chained_ratios(const Hypotheses& hypotheses, std::size_t which);

}  // namespace sidik::origin
