#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sidik::origin {

/// A column of few values, over the same sampled rows as the others: which value stands in each row.
struct ValueColumn {
  static constexpr std::uint8_t kNone = 255;
  std::vector<std::uint8_t> value_of_row;  ///< kNone: empty, or none of the values
  std::size_t values = 0;
  std::vector<std::uint32_t> format;  ///< how each value is written; values of another format are of another list
};

/// Puts the values of each column into lists of codes: L and P are one list, PRIA and WANITA another.
///
/// Two groups of values are of two lists when another column has two groups of values that go with them and never
/// across, two or more values on every side: who writes L writes religions as 1 to 6, who writes M writes them I to C.
/// Facts about one person do not fall apart like that, as long as some rows connect them.
/// Output   the list of each value, a column each, from 0; values of two formats are never of one list.
/// Cost     columns^2 x rows.
[[nodiscard]] std::vector<std::vector<std::size_t>> find_value_lists(std::span<const ValueColumn> columns);

}  // namespace sidik::origin
