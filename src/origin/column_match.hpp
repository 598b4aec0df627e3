#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace sidik::origin {

inline constexpr std::size_t kNoColumn = std::numeric_limits<std::size_t>::max();

/// Gains of pairing row r with column c; r x c numbers, row by row. A pair that does not pay (not above 0) is left out.
struct GainTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> gains;
  [[nodiscard]] double at(std::size_t row, std::size_t column) const { return gains[row * columns + column]; }
};

/// The pairing of rows with columns, each at most once, that gains most: for each row its column or kNoColumn.
///
/// Cost     O(rows^2 x columns) with rows the smaller side. Source   shortest augmenting paths, Kuhn 1955 and Munkres
/// 1957, in the form with potentials. The slow twin in the test tries every pairing.
[[nodiscard]] std::vector<std::size_t> best_match(const GainTable& table);

/// What a pairing gains.
[[nodiscard]] double gain_of(const GainTable& table, const std::vector<std::size_t>& match);

}  // namespace sidik::origin
