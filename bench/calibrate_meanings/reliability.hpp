#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::bench {

/// A call as the measure sees it.
struct Forecast {
  double confidence = 0;
  bool right = false;
};

struct ReliabilityBin {
  double from = 0;  ///< least confidence
  double to = 0;
  std::size_t count = 0;
  double confidence = 0;  ///< mean
  double right = 0;       ///< share
};

/// How honest forecasts are.
struct Reliability {
  std::size_t count = 0;
  double accuracy = 0;
  double confidence = 0;             ///< mean
  double brier = 0;                  ///< mean square of confidence - right
  double width_error = 0;            ///< expected calibration error over 10 bins of equal width
  double mass_error = 0;             ///< the same over 15 bins of equal count
  std::vector<ReliabilityBin> bins;  ///< those of equal width that are not empty
};
/// Cost     O(n log n). All zero for no forecasts.
/// Source   Naeini, Cooper and Hauskrecht 2015 for the expected calibration error; Brier 1950.
[[nodiscard]] Reliability measure_reliability(std::vector<Forecast> forecasts);

/// A line of figures and a table of the bins.
[[nodiscard]] std::string reliability_text(std::string_view name, const Reliability& reliability);
/// Share right against confidence, one line a set, with the diagonal.
struct NamedReliability {
  std::string name;
  Reliability reliability;
};
[[nodiscard]] std::string reliability_svg(std::span<const NamedReliability> sets);

}  // namespace sidik::bench
