#include "origin/decoy_chance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sidik::origin {

double log10_choose(std::uint64_t n, std::uint64_t k) {
  if (k > n) return -std::numeric_limits<double>::infinity();
  const auto gamma = [](std::uint64_t x) { return std::lgamma(static_cast<double>(x) + 1); };
  return (gamma(n) - gamma(k) - gamma(n - k)) / std::log(10.0);
}

Probability chance_of_two(std::uint64_t planted, std::uint64_t controls, std::uint64_t controls_found) {
  if (controls == 0) return Probability(1);
  constexpr double kMore = 3;
  const double one = std::min(1.0, (static_cast<double>(controls_found) + kMore) / static_cast<double>(controls));
  return Probability(std::min(1.0, static_cast<double>(planted) * one * one));
}

Probability innocent_chance(const DecoyCount& count) {
  const std::uint64_t found = std::min(count.found, count.planted);
  if (found == 0) return Probability(1);
  const std::uint64_t both = count.planted + count.controls;
  const std::uint64_t all_found = found + std::min(count.controls_found, count.controls);
  const double deals = log10_choose(both, all_found);
  double sum = 0;
  for (std::uint64_t k = found; k <= std::min(count.planted, all_found); ++k) {
    if (all_found - k > count.controls) continue;
    sum += std::pow(10.0, log10_choose(count.planted, k) + log10_choose(count.controls, all_found - k) - deals);
  }
  return Probability(std::min(1.0, sum));
}

}  // namespace sidik::origin
