#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace sidik::origin {

/// A table of numbers that stand for forms of fields; equal forms have equal numbers, 0 is nothing. Row by row.
struct FormTable {
  std::size_t columns = 0;
  std::span<const std::uint64_t> forms;
  [[nodiscard]] std::size_t rows() const { return columns == 0 ? 0 : forms.size() / columns; }
  [[nodiscard]] std::span<const std::uint64_t> row(std::size_t r) const { return forms.subspan(r * columns, columns); }
};

/// The first 64 columns of a leak that are not empty, a bit each.
using ColumnMask = std::uint64_t;

/// A leak, so that rows of copies find theirs in it by forms that are rare in it.
///
/// Lifetime   a view of the table.
/// Cost       building O(fields); some 40 bytes a rare form.
class LeakIndex {
 public:
  explicit LeakIndex(FormTable leak);
  [[nodiscard]] const FormTable& leak() const { return leak_; }
  /// The columns that masks speak of.
  [[nodiscard]] const std::vector<std::size_t>& columns() const { return columns_; }
  /// Which fields of a row are filled.
  [[nodiscard]] ColumnMask filled(std::size_t row) const { return filled_[row]; }
  /// Rows that hold a form; none when more than kMostRows do.
  [[nodiscard]] std::span<const std::uint32_t> rows_with(std::uint64_t form) const;

 private:
  static constexpr std::size_t kMostRows = 8;
  FormTable leak_;
  std::vector<std::size_t> columns_;
  std::vector<ColumnMask> filled_;
  struct Place {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  std::unordered_map<std::uint64_t, Place> places_;
  std::vector<std::uint32_t> rows_;
};

/// A copy laid beside a leak.
struct CopyMatch {
  std::vector<ColumnMask> agreeing;  ///< by row of the leak: fields that its best row of the copy has; 0: no such row
  std::vector<std::size_t> column;   ///< by column of the index: which of the copy it is
  std::vector<double> share;         ///< by column of the index: how often it agrees where rows meet; 0: not held
  ColumnMask held = 0;               ///< columns of which most fields agree
  std::size_t met = 0;               ///< rows of the copy that meet one of the leak
  std::vector<std::uint8_t> is_hit;  ///< by row of the copy: a row of the leak agrees in every field that it holds
};

/// Meets rows by rare forms that they share; pairs the columns by how often their fields are equal in rows that are
/// surely one; then each row of the leak gets the row of the copy that agrees in most fields. Cost   O(fields of the
/// copy) look-ups.
[[nodiscard]] CopyMatch match_copy(const LeakIndex& leak, FormTable copy);

/// Looks whether the leak has days that are later than any of the same column of the copy, in more rows than chance
/// makes. `leak_days`, `copy_days`   by column of either, the day of each row, or empty. Output   the column of the
/// copy; nothing when none is.
[[nodiscard]] std::optional<std::size_t> later_days(const LeakIndex& leak, const CopyMatch& match,
                                                    std::span<const std::vector<std::int32_t>> leak_days,
                                                    std::span<const std::vector<std::int32_t>> copy_days);

/// How often fields differ between a copy and the leak, in rows that are there in both.
struct FieldDifferences {
  std::uint64_t changing = 0;  ///< fields of columns in which the copies differ among each other
  std::uint64_t changing_differ = 0;
  std::uint64_t standing = 0;  ///< of the other columns
  std::uint64_t standing_differ = 0;
  /// What changes from day to day differs more often than a leaker's alterations, which know no copies, would have it:
  /// the leak was made on another day.
  [[nodiscard]] bool tell_another_day() const;
};

/// Whether a copy can be one of several sources when `other`, alone, could be the source: rows that `other` does not
/// hold would then be in the leak as well as the rest.
///
/// `is_hit`   by row of the copy, in the leak; `is_in_other`   the same, in the other copy.
[[nodiscard]] bool lacks_own_rows(std::span<const std::uint8_t> is_hit, std::span<const std::uint8_t> is_in_other);

/// The fewest fields, of columns that copies hold, with which a row of the leak says something: six tenths of the
/// middle row's. Rows with fewer are explained by chance, and rows from elsewhere are such.
[[nodiscard]] int least_fields(const LeakIndex& leak, ColumnMask held);

/// Columns in which the same row differs between copies.
[[nodiscard]] ColumnMask changing_columns(const LeakIndex& leak, std::span<const CopyMatch> copies, ColumnMask held);
/// `set`: which of the copies; a row is compared with the one that agrees most.
[[nodiscard]] FieldDifferences field_differences(const LeakIndex& leak, std::span<const CopyMatch> copies,
                                                 std::span<const std::size_t> set, ColumnMask held,
                                                 ColumnMask changing);

/// Looks whether the leak lacks a part of a copy: an office, a code, the latest days. A random leak of a copy lacks
/// none; somebody who holds only the rest would leak just that.
///
/// `days`   by column of the copy, the day of each row, or empty; `together`: how many leaked at once, so that a part
///          may be as much thinner.
/// Output   the column of the copy that has the part most surely lacking; nothing when none is.
[[nodiscard]] std::optional<std::size_t> lacking_part(FormTable copy, std::span<const std::vector<std::int32_t>> days,
                                                      std::span<const std::uint8_t> is_hit, std::size_t together);

}  // namespace sidik::origin
