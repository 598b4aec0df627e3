#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "simulated.hpp"

namespace sidik::bench {

/// How good a set of likelihood ratios is.
struct Measures {
  std::size_t leaks = 0;
  double first = 0;           ///< share where the leaking profile is the best of all, unknown included
  double unknown_first = 0;   ///< share where unknown is the best when the leaking profile is not among the candidates
  double cllr = 0;            ///< log-likelihood-ratio cost, Bruemmer and du Preez 2006; 1: says nothing
  double cllr_least = 0;      ///< after the best monotone recalibration: what discrimination alone would allow
  double misleading_for = 0;  ///< share of wrong candidates with a ratio above 1
  double misleading_against = 0;  ///< share of true ones with a ratio below 1
  double wrong_strong = 0;        ///< share of leaks without their profile in which some candidate gets more than 1,000
  std::vector<double> same;       ///< log10 LR of true candidates
  std::vector<double> other;      ///< log10 LR of wrong candidates, with the true one there and without
  std::map<std::pair<std::string, std::string>, std::size_t>
      confusion;  ///< truth, taken for -> leaks; right ones left out
};

[[nodiscard]] Measures measure(const std::vector<Attributed>& leaks, const pack::Pack& pack);

}  // namespace sidik::bench
