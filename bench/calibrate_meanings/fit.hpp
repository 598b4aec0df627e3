#pragma once

#include <span>
#include <string>
#include <vector>

#include "calls.hpp"

namespace sidik::bench {

/// Fits rising curves from score to share right, one for each ground and size of sample that has enough calls: calls in
/// the order of their score, in groups of equal count, neighbours that fall pooled (isotonic regression by pool
/// adjacent violators), each group worth two half calls more so that nothing is certain, one point at its mean score.
///
/// Source   Zadrozny and Elkan 2002 for isotonic regression as calibration.
[[nodiscard]] std::vector<pack::CalibrationCurve> fit_curves(std::span<const Call> calls);

/// The text of packs/global/calibration.tsv.
[[nodiscard]] std::string curves_text(std::span<const pack::CalibrationCurve> curves);

}  // namespace sidik::bench
