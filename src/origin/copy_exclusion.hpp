#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/units.hpp"

namespace sidik::origin {

/// Which rows of a leak each copy can hold: all that the row says stands in one row of the copy.
///
/// Shape   a bit a row, 64 to a word; every copy has the same number of rows.
class ExplainedRows {
 public:
  ExplainedRows(std::size_t copies, std::size_t rows);
  void set(std::size_t copy, std::size_t row) { words_[copy][row / 64] |= std::uint64_t{1} << (row % 64); }
  [[nodiscard]] bool has(std::size_t copy, std::size_t row) const {
    return (words_[copy][row / 64] >> (row % 64) & 1U) != 0;
  }
  [[nodiscard]] std::size_t copies() const { return words_.size(); }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  /// How many rows some copy of the set explains.
  [[nodiscard]] std::size_t count(std::span<const std::size_t> set) const;
  /// How many rows any copy explains.
  [[nodiscard]] std::size_t count_any() const;
  /// How many copies explain the row.
  [[nodiscard]] std::uint32_t holders(std::size_t row) const;

 private:
  std::size_t rows_;
  std::vector<std::vector<std::uint64_t>> words_;
};

/// What remains when copies that cannot hold the leak are taken out.
struct Exclusion {
  /// What is not excluded: the smallest sets of copies, all of one size; where that is one copy alone, also the
  /// smallest sets of others that could stand for it together. Empty when no set of three or fewer remains.
  std::vector<std::vector<std::size_t>> possible;
  std::vector<std::size_t> against;  ///< by copy: rows that another copy explains and this one does not
  std::vector<double> chance;        ///< by copy: of so many rows against it, were it the source
  Probability wrong{1};              ///< that the only possible set is not the source, which was excluded by chance
  std::size_t explained = 0;         ///< rows that any copy explains
  /// One copy alone is possible, no two or three others are together, and `wrong` is at most kMostWrong. Sets are not
  /// named: two may hold by chance what others hold.
  [[nodiscard]] bool names() const;
};

/// Rows that a leaker's alterations made like another copy's by chance: at most this share of the explained, by
/// assumption. An alteration that is like no copy's counts against none.
inline constexpr double kCoincidence = 0.005;
/// A set of copies is possible when so many rows against it have at least this chance.
inline constexpr double kPossible = 0.01;
inline constexpr double kMostWrong = 0.01;
/// Sets are looked at up to this size; of three only among the 40 copies that explain most.
inline constexpr std::size_t kMostTogether = 3;

/// Looks for the smallest sets of copies that the leak can have come from.
///
/// `lacks_parts`   by copy: the leak lacks whole parts of it, even as one of three. Such a copy is in no set of
/// several,
///          since who leaks together is not expected to leave parts out; alone it stays possible, since one who leaks a
///          part of what he holds is.
/// Cost     for C copies and N rows C^3 / 6 x N / 64 steps at most.
[[nodiscard]] Exclusion exclude_copies(const ExplainedRows& rows, std::span<const std::uint8_t> lacks_parts = {});

/// The chance of at least `successes` of `trials` at `probability` each.
[[nodiscard]] double binomial_upper(std::uint64_t trials, double probability, std::uint64_t successes);
/// The chance of at most `successes`.
[[nodiscard]] double binomial_lower(std::uint64_t trials, double probability, std::uint64_t successes);

}  // namespace sidik::origin
