#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::people {

/// Jaro-Winkler with a flag a byte, as its definition reads: the slow twin that tests and fuzz targets hold
/// jaro_winkler() against.
[[nodiscard]] inline double jaro_winkler_slowly(std::string_view left, std::string_view right) {
  left = left.substr(0, 64);
  right = right.substr(0, 64);
  if (left.empty() && right.empty()) return 1;
  const std::size_t longest = std::max(left.size(), right.size());
  const std::size_t window = longest < 4 ? 0 : longest / 2 - 1;
  std::vector<bool> is_taken(right.size(), false);
  std::string of_left;
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t apart = i > j ? i - j : j - i;
      if (is_taken[j] || apart > window || left[i] != right[j]) continue;
      is_taken[j] = true;
      of_left += left[i];
      break;
    }
  }
  if (of_left.empty()) return 0;
  std::string of_right;
  for (std::size_t j = 0; j < right.size(); ++j) {
    if (is_taken[j]) of_right += right[j];
  }
  int moved = 0;
  for (std::size_t k = 0; k < of_left.size(); ++k) moved += of_left[k] != of_right[k];
  const auto matched = static_cast<double>(of_left.size());
  const double jaro = (matched / static_cast<double>(left.size()) + matched / static_cast<double>(right.size()) +
                       (matched - moved / 2) / matched) /
                      3;
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < left.size() && prefix < right.size() && left[prefix] == right[prefix]) ++prefix;
  return jaro > 0.7 ? jaro + static_cast<double>(prefix) * 0.1 * (1 - jaro) : jaro;
}

}  // namespace sidik::people
