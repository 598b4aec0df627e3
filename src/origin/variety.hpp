#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "origin/column_coder.hpp"
#include "origin/row_sample.hpp"
#include "origin/signature_table.hpp"

namespace sidik::origin {

/// How much the values of each column vary over a group of rows.
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

 private:
  struct Column {
    std::map<std::uint64_t, std::uint32_t> values;  ///< hash of a filled value -> rows
    std::uint32_t filled = 0;
    std::uint32_t temporal = 0;  ///< of the filled
    [[nodiscard]] double largest() const;
  };
  std::vector<Column> of_column_;
};

/// The variety of every class, of at most `most` rows of the sample; `class_of` by signature.
[[nodiscard]] std::vector<Variety> varieties(const RowSample& sample, std::span<const ColumnCoder> coders,
                                             std::span<const std::uint32_t> class_of, std::size_t classes,
                                             std::size_t most = 6000);

}  // namespace sidik::origin
