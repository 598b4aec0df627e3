#include "origin/guilt.hpp"

#include <algorithm>
#include <cmath>

namespace sidik::origin {

double log10_innocence(std::span<const HeldObjects> held, Probability elsewhere) {
  // Certainty of either kind would make one object decide everything.
  constexpr double kLeast = 1e-9;
  const double p = std::clamp(elsewhere.value, kLeast, 1.0);
  double sum = 0;
  for (const HeldObjects& each : held) {
    const double share = (1 - p) / static_cast<double>(std::max<std::uint32_t>(each.holders, 1));
    sum += static_cast<double>(each.objects) * std::log1p(-share);
  }
  return sum / std::log(10.0);
}

}  // namespace sidik::origin
