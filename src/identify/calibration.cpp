#include "identify/calibration.hpp"

#include <algorithm>
#include <cmath>

namespace sidik::identify {
namespace {

constexpr double kSurest = 0.999;

double read_curve(const pack::CalibrationCurve& curve, double score) {
  const auto& points = curve.points;
  const auto above = std::ranges::lower_bound(points, score, {}, &pack::CalibrationPoint::score);
  if (above == points.begin()) return points.front().probability;
  if (above == points.end()) return points.back().probability;
  const pack::CalibrationPoint& low = *(above - 1);
  return low.probability + (above->probability - low.probability) * (score - low.score) / (above->score - low.score);
}

}  // namespace

double calibrated_confidence(const pack::Pack& pack, const CallGrounds& grounds) {
  const pack::CalibrationCurve* found = nullptr;
  for (const pack::CalibrationCurve& curve : pack.calibration) {
    if (curve.ground != grounds.ground || curve.values_from > grounds.values) continue;
    if (found == nullptr || curve.values_from > found->values_from) found = &curve;
  }
  const double right = found == nullptr ? 1 / (1 + std::exp(-grounds.score)) : read_curve(*found, grounds.score);
  return std::clamp(right, 0.0, kSurest);
}

}  // namespace sidik::identify
