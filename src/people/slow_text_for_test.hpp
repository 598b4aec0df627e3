#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

/// The slow twins of the comparisons of texts: written from the definitions, byte by byte.
namespace sidik::people {

inline double slow_jaro_winkler(std::string_view left, std::string_view right) {
  left = left.substr(0, 64);
  right = right.substr(0, 64);
  if (left.empty() || right.empty()) return left.empty() && right.empty() ? 1 : 0;
  const auto longest = static_cast<int>(std::max(left.size(), right.size()));
  const int window = std::max(0, longest / 2 - 1);
  std::vector<bool> is_left(left.size(), false);
  std::vector<bool> is_right(right.size(), false);
  double matched = 0;
  for (int i = 0; i < static_cast<int>(left.size()); ++i) {
    for (int j = std::max(0, i - window); j <= i + window && j < static_cast<int>(right.size()); ++j) {
      if (is_right[j] || left[i] != right[j]) continue;
      is_left[i] = is_right[j] = true;
      ++matched;
      break;
    }
  }
  if (matched == 0) return 0;
  int moved = 0;
  std::size_t j = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!is_left[i]) continue;
    while (!is_right[j]) ++j;
    moved += left[i] != right[j++];
  }
  const double in_order = matched - moved / 2;
  const double jaro =
      (matched / static_cast<double>(left.size()) + matched / static_cast<double>(right.size()) + in_order / matched) /
      3;
  std::size_t prefix = 0;
  while (prefix < std::min({left.size(), right.size(), std::size_t{4}}) && left[prefix] == right[prefix]) ++prefix;
  return jaro > 0.7 ? jaro + static_cast<double>(prefix) * 0.1 * (1 - jaro) : jaro;
}

inline std::size_t slow_edit_distance(std::string_view left, std::string_view right, std::size_t most) {
  left = left.substr(0, 64);
  right = right.substr(0, 64);
  std::vector<std::vector<std::size_t>> steps(left.size() + 1, std::vector<std::size_t>(right.size() + 1, 0));
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        steps[i][j] = i + j;
        continue;
      }
      const bool is_equal = left[i - 1] == right[j - 1];
      steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, steps[i - 1][j - 1] + (is_equal ? 0 : 1)});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
    }
  }
  return std::min(steps[left.size()][right.size()], most + 1);
}

}  // namespace sidik::people
