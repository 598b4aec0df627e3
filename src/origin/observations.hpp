#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "origin/comparison.hpp"

/// What the matched columns of a comparison show, one function a group of evidence. Each observation is a ratio: how
/// probable it is when the profile's own habit was kept, over how probable it is among all systems that hold a column
/// of that meaning.
namespace sidik::origin {

void observe_formats(const StratumFacts& facts, const pack::OriginProfile& profile, const ColumnBackground& background,
                     Comparison& into);
void observe_codes(const StratumFacts& facts, const pack::OriginProfile& profile, const ColumnBackground& background,
                   Comparison& into);
void observe_key_ranges(const StratumFacts& facts, const pack::OriginProfile& profile,
                        const ColumnBackground& background, Comparison& into);
void observe_links(const StratumFacts& facts, const pack::OriginProfile& profile, Comparison& into);
void observe_volume(const StratumFacts& facts, const pack::OriginProfile& profile, Comparison& into);
void observe_variety(const StratumFacts& facts, const pack::OriginProfile& profile, Comparison& into);

/// log(sum(exp(logs))), safe for very small terms.
template <class Logs>
[[nodiscard]] double log_sum(const Logs& logs) {
  double most = -std::numeric_limits<double>::infinity();
  for (const double each : logs) most = std::max(most, each);
  if (!std::isfinite(most)) return most;
  double sum = 0;
  for (const double each : logs) sum += std::exp(each - most);
  return most + std::log(sum);
}

}  // namespace sidik::origin
