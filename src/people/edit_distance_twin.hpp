#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace sidik::people {

/// Optimal string alignment by its table of prefixes: the slow twin that tests and fuzz targets hold edit_distance()
/// against.
[[nodiscard]] inline std::size_t edit_distance_slowly(std::string_view left, std::string_view right, std::size_t most) {
  left = left.substr(0, 64);
  right = right.substr(0, 64);
  std::vector<std::vector<std::size_t>> least(left.size() + 1, std::vector<std::size_t>(right.size() + 1, 0));
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        least[i][j] = i + j;
        continue;
      }
      const bool is_equal = left[i - 1] == right[j - 1];
      least[i][j] = std::min({least[i - 1][j] + 1, least[i][j - 1] + 1, least[i - 1][j - 1] + (is_equal ? 0 : 1)});
      const bool is_swap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (is_swap) least[i][j] = std::min(least[i][j], least[i - 2][j - 2] + 1);
    }
  }
  return std::min(least[left.size()][right.size()], most + 1);
}

}  // namespace sidik::people
