#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sidik::origin {

/// What tells a column of one file from the others.
struct ColumnLabel {
  std::string name;  ///< as its header writes it; empty without one
  std::string meaning = "unknown";
};

struct ColumnPair {
  std::size_t here = 0;
  std::size_t there = 0;
};

/// Which columns of two tables hold the same things, when one may be a copy of the other with its columns renamed,
/// reordered or left out: by equal names first, then by meanings that stand equally often in both, then, where no name
/// is the same and no column has moved, by place. Every column has one partner at most; by `there`, rising.
///
/// Caveats   no value is looked at; tables that are no copies pair as well. `correspondence` weighs values' forms.
/// Cost      columns squared.
[[nodiscard]] std::vector<ColumnPair> pair_columns(std::span<const ColumnLabel> here,
                                                   std::span<const ColumnLabel> there);

/// Whether rows can be called the same by these pairs: at least two, and half of the narrower table's columns; or the
/// only column of both.
[[nodiscard]] bool can_compare_rows(std::size_t pairs, std::size_t here, std::size_t there);

}  // namespace sidik::origin
