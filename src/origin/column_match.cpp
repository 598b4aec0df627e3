#include "origin/column_match.hpp"

#include <algorithm>

namespace sidik::origin {
namespace {

GainTable turned(const GainTable& table) {
  GainTable out{table.columns, table.rows, std::vector<double>(table.gains.size())};
  for (std::size_t r = 0; r < table.rows; ++r) {
    for (std::size_t c = 0; c < table.columns; ++c) out.gains[c * table.rows + r] = table.at(r, c);
  }
  return out;
}

/// Assigns every row a column at the least cost; needs rows <= columns. Costs are gains that pay, negated, and 0 else.
class Assignment {
 public:
  explicit Assignment(const GainTable& table)
      : table_(table), row_price_(table.rows + 1), column_price_(table.columns + 1), row_at_(table.columns + 1) {
    for (std::size_t row = 1; row <= table.rows; ++row) add(row);
  }

  /// Row, from 1, at each column, from 1; 0: none.
  [[nodiscard]] const std::vector<std::size_t>& rows() const { return row_at_; }

 private:
  [[nodiscard]] double cost(std::size_t row, std::size_t column) const {
    return -std::max(0.0, table_.at(row - 1, column - 1));
  }

  void add(std::size_t row) {
    const std::size_t columns = table_.columns;
    std::vector<double> least(columns + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> way(columns + 1, 0);
    std::vector<bool> used(columns + 1, false);
    row_at_[0] = row;
    std::size_t at = 0;
    do {
      used[at] = true;
      const std::size_t here = row_at_[at];
      double step = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t c = 1; c <= columns; ++c) {
        if (used[c]) continue;
        const double reduced = cost(here, c) - row_price_[here] - column_price_[c];
        if (reduced < least[c]) {
          least[c] = reduced;
          way[c] = at;
        }
        if (least[c] < step) {
          step = least[c];
          next = c;
        }
      }
      for (std::size_t c = 0; c <= columns; ++c) {
        if (used[c]) {
          row_price_[row_at_[c]] += step;
          column_price_[c] -= step;
        } else {
          least[c] -= step;
        }
      }
      at = next;
    } while (row_at_[at] != 0);
    for (; at != 0; at = way[at]) row_at_[at] = row_at_[way[at]];
  }

  const GainTable& table_;
  std::vector<double> row_price_;
  std::vector<double> column_price_;
  std::vector<std::size_t> row_at_;
};

}  // namespace

std::vector<std::size_t> best_match(const GainTable& table) {
  std::vector<std::size_t> match(table.rows, kNoColumn);
  if (table.rows == 0 || table.columns == 0) return match;
  const bool is_turned = table.rows > table.columns;
  const GainTable other = is_turned ? turned(table) : GainTable{};
  const Assignment assigned(is_turned ? other : table);
  for (std::size_t place = 1; place < assigned.rows().size(); ++place) {
    if (assigned.rows()[place] == 0) continue;
    std::size_t row = assigned.rows()[place] - 1;
    std::size_t column = place - 1;
    if (is_turned) std::swap(row, column);
    if (table.at(row, column) > 0) match[row] = column;
  }
  return match;
}

double gain_of(const GainTable& table, const std::vector<std::size_t>& match) {
  double gain = 0;
  for (std::size_t row = 0; row < match.size(); ++row) {
    if (match[row] != kNoColumn) gain += table.at(row, match[row]);
  }
  return gain;
}

}  // namespace sidik::origin
