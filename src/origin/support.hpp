#pragma once

#include <string_view>

namespace sidik::origin {

/// The words for a likelihood ratio: no, weak, moderate, moderately strong, strong, very strong, extremely strong;
/// below 1 the reciprocal counts and `against: ` stands in front. An edge belongs to the lower band.
///
/// Source   ENFSI Guideline for Evaluative Reporting in Forensic Science, 2015 [M, edges K].
[[nodiscard]] std::string_view support_word(double log10_lr);

}  // namespace sidik::origin
