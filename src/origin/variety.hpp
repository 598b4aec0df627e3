#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "origin/column_coder.hpp"
#include "origin/row_sample.hpp"
#include "origin/signature_table.hpp"

namespace sidik::origin {

/// What the values of each column of a group of rows say of it, beyond their codings: how much they vary, and whether
/// they begin with zeros.
///
/// A system that people are registered in varies in most of its columns, whichever part of its rows is looked at: a
/// part may lack columns, or have been taken over in bulk by one author on one day, but its people still differ. Rows
/// that someone filled up with defaults do not.
/// Cost     an entry for each different value of a column.
class Variety {
 public:
  explicit Variety(std::size_t columns) : of_column_(columns) {}
  void add(const RowSample::Row& row, std::span<const ColumnCoder> coders);
  void add(const Variety& other);

  /// How many columns stand still in one of two groups and vary in the other, less those that vary in both, halved;
  /// never negative. Dates and times follow one act, the writing of the row, and count as one column.
  friend double stillness(const Variety& a, const Variety& b);

  /// Columns that both groups write alike but that one has lost the zeros in front: numbers without a zero in front in
  /// one, many with zeros in the other, and of the same lengths behind them. A spreadsheet does that to rows, in all
  /// columns: none where both keep the zeros of another.
  friend std::vector<bool> zeros_lost(const Variety& a, const Variety& b);

 private:
  struct Column {
    std::map<std::uint64_t, std::uint32_t> values;  ///< hash of a filled value -> rows
    std::uint32_t most = 0;                         ///< rows of the most frequent value
    std::uint32_t filled = 0;
    std::uint32_t temporal = 0;               ///< of the filled
    std::uint32_t digits = 0;                 ///< of the filled
    std::uint32_t zeros = 0;                  ///< of those, with a zero in front
    std::array<std::uint32_t, 24> lengths{};  ///< of those, without their zeros in front
    void add(std::uint64_t value, std::uint32_t rows);
    [[nodiscard]] double largest() const { return filled == 0 ? 0 : static_cast<double>(most) / filled; }
  };
  std::vector<Column> of_column_;
};

/// The variety of every class, of at most `most` rows of the sample; `class_of` by signature.
[[nodiscard]] std::vector<Variety> varieties(const RowSample& sample, std::span<const ColumnCoder> coders,
                                             std::span<const std::uint32_t> class_of, std::size_t classes,
                                             std::size_t most = RowSample::kMost);

}  // namespace sidik::origin
