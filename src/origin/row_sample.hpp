#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "origin/record_draw.hpp"

namespace sidik::origin {

/// Rows from all over a table, for what only their values can say of a stratum: what its columns mean, its code lists,
/// an example. Which rows are kept depends on their numbers and lengths alone, not on the order in which they come.
///
/// Bounded   kMost rows and kMostBytes of text; of a field no more than kMostFieldBytes, of a row kMostColumns fields.
/// Poison    holds values as they stand; they live in memory only, and what leaves is masked or counted.
class RowSample {
 public:
  struct Row {
    std::uint64_t record = 0;
    std::uint32_t signature = 0;
    std::string text;                 ///< the fields one behind the other
    std::vector<std::uint32_t> ends;  ///< of each field in `text`
    [[nodiscard]] std::size_t columns() const { return ends.size(); }
    /// Empty for columns that the row does not have.
    [[nodiscard]] std::string_view field(std::size_t column) const;
  };
  static constexpr std::size_t kMost = std::size_t{1} << 14;
  static constexpr std::size_t kMostBytes = std::size_t{16} << 20;
  static constexpr std::size_t kMostColumns = 256;
  static constexpr std::size_t kMostFieldBytes = 256;

  [[nodiscard]] bool wants(std::uint64_t record) const { return draw_.wants(record); }
  void add(std::uint64_t record, std::uint32_t signature, std::span<const std::string_view> fields);
  /// `renumber`: what the other's signatures are called here.
  void merge(const RowSample& other, std::span<const std::uint32_t> renumber);
  /// In the order of the records.
  [[nodiscard]] std::vector<const Row*> sorted() const;

 private:
  void take(Row row);
  void thin();

  RecordDraw draw_{3};
  std::size_t bytes_ = 0;  ///< of text
  std::vector<Row> rows_;
};

}  // namespace sidik::origin
