#include "origin/variety.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "table/shape.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

/// Rows that a column must fill in both groups before it says anything.
constexpr std::uint32_t kLeastRows = 20;
/// The share of the most frequent value in a column that stands still, and in one that varies.
constexpr double kStill = 0.99;
constexpr double kVaries = 0.85;
/// Names, numbers and addresses differ in any rows, also in invented ones: only columns whose values come again count.
constexpr double kComesAgain = 0.3;
/// Numbers that lost their zeros: rows needed, and how alike the lengths must be.
constexpr std::uint32_t kLeastNumbers = 5;
constexpr double kNearlyAll = 0.9;
constexpr double kMostUnlike = 0.35;

}  // namespace

void Variety::Column::add(std::uint64_t value, std::uint32_t rows) {
  most = std::max(most, values[value] += rows);
  filled += rows;
}

void Variety::add(const RowSample::Row& row, std::span<const ColumnCoder> coders) {
  for (std::size_t c = 0; c < std::min(of_column_.size(), coders.size()); ++c) {
    const std::string_view field = row.field(c);
    if (is_nothing(coders[c].code_fully(field))) continue;
    Column& column = of_column_[c];
    column.add(std::hash<std::string_view>()(field), 1);
    const auto shape = table::shape_of(field);
    column.temporal += shape == table::ShapeClass::date || shape == table::ShapeClass::timestamp ? 1 : 0;
    if (!std::ranges::all_of(field, text::is_digit)) continue;
    ++column.digits;
    column.zeros += field.size() > 1 && field.front() == '0' ? 1 : 0;
    const std::size_t zeros = std::min(field.find_first_not_of('0'), field.size());
    ++column.lengths[std::min(field.size() - zeros, column.lengths.size() - 1)];
  }
}

void Variety::add(const Variety& other) {
  for (std::size_t c = 0; c < of_column_.size(); ++c) {
    Column& column = of_column_[c];
    const Column& more = other.of_column_[c];
    for (const auto& [value, rows] : more.values) column.add(value, rows);
    column.temporal += more.temporal;
    column.digits += more.digits;
    column.zeros += more.zeros;
    for (std::size_t i = 0; i < column.lengths.size(); ++i) column.lengths[i] += more.lengths[i];
  }
}

double stillness(const Variety& a, const Variety& b) {
  double only_a = 0;
  double only_b = 0;
  double both_vary = 0;
  bool times_a = false;
  bool times_b = false;
  for (std::size_t c = 0; c < a.of_column_.size(); ++c) {
    const auto& left = a.of_column_[c];
    const auto& right = b.of_column_[c];
    if (std::min(left.filled, right.filled) < kLeastRows) continue;
    const double most_left = left.largest();
    const double most_right = right.largest();
    const auto comes_again = [](const Variety::Column& column) {
      return static_cast<double>(column.values.size()) < kComesAgain * column.filled;
    };
    const bool is_temporal = 2 * (left.temporal + right.temporal) > left.filled + right.filled;
    const bool still_left = most_left >= kStill && most_right <= kVaries;
    const bool still_right = most_right >= kStill && most_left <= kVaries;
    if (is_temporal) {
      times_a |= still_left;
      times_b |= still_right;
    } else if (still_left || still_right) {
      ++(still_left ? only_a : only_b);
    } else if (most_left <= kVaries && most_right <= kVaries && comes_again(left) && comes_again(right)) {
      ++both_vary;
    }
  }
  only_a += times_a ? 1 : 0;
  only_b += times_b ? 1 : 0;
  return std::max(0.0, std::max(only_a, only_b) - both_vary) / 2;
}

std::vector<bool> zeros_lost(const Variety& a, const Variety& b) {
  std::vector<bool> out(a.of_column_.size(), false);
  for (std::size_t c = 0; c < out.size(); ++c) {
    const auto& left = a.of_column_[c];
    const auto& right = b.of_column_[c];
    const auto is_number = [](const Variety::Column& column) {
      return column.digits >= kLeastNumbers && column.digits >= kNearlyAll * column.filled;
    };
    if (!is_number(left) || !is_number(right)) continue;
    const double zeros_left = static_cast<double>(left.zeros) / left.digits;
    const double zeros_right = static_cast<double>(right.zeros) / right.digits;
    // Whoever keeps the zeros of one column has not been through a spreadsheet.
    if (std::min(zeros_left, zeros_right) > 1 - kNearlyAll) return std::vector<bool>(out.size(), false);
    if (std::abs(zeros_left - zeros_right) < 0.3) continue;
    double unlike = 0;
    for (std::size_t i = 0; i < left.lengths.size(); ++i)
      unlike += std::abs(static_cast<double>(left.lengths[i]) / left.digits -
                         static_cast<double>(right.lengths[i]) / right.digits);
    out[c] = unlike / 2 <= kMostUnlike;
  }
  return out;
}

std::vector<Variety> varieties(const RowSample& sample, std::span<const ColumnCoder> coders,
                               std::span<const std::uint32_t> class_of, std::size_t classes, std::size_t most) {
  std::vector<Variety> out(classes, Variety(coders.size()));
  const auto rows = sample.sorted();
  const std::size_t step = std::max<std::size_t>(1, (rows.size() + most - 1) / std::max<std::size_t>(most, 1));
  for (std::size_t at = 0; at < rows.size(); at += step) {
    if (rows[at]->signature < class_of.size()) out[class_of[rows[at]->signature]].add(*rows[at], coders);
  }
  return out;
}

}  // namespace sidik::origin
