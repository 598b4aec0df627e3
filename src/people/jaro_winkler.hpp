#pragma once

#include <string_view>

namespace sidik::people {

/// How alike two names are, from 0 (nothing in common) to 1 (equal): the Jaro-Winkler similarity of their bytes.
///
/// Matching window max(length) / 2 - 1; up to four equal first bytes raise a similarity above 0.7 by a tenth of what is
/// missing each. Two empty texts are equal.
/// Cost     O(length) words for texts up to 64 bytes; longer ones are compared by their first 64 bytes.
/// Source   Winkler 1990, String Comparator Metrics and Enhanced Decision Rules.
[[nodiscard]] double jaro_winkler(std::string_view left, std::string_view right);

}  // namespace sidik::people
