#pragma once

#include <string>
#include <vector>

namespace sidik::bench {

/// The share of the ratios above each whole log10 LR, for true and for wrong candidates.
[[nodiscard]] std::string tippett_table(const std::vector<double>& same, const std::vector<double>& other);
/// The same as a drawing.
[[nodiscard]] std::string tippett_svg(std::vector<double> same, std::vector<double> other);

}  // namespace sidik::bench
