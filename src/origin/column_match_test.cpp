#include "origin/column_match.hpp"

#include <gtest/gtest.h>

#include <random>

namespace sidik::origin {
namespace {

/// The slow twin: tries every pairing.
double best_gain_by_trying(const GainTable& table, std::size_t row, std::vector<bool>& taken) {
  if (row == table.rows) return 0;
  double best = best_gain_by_trying(table, row + 1, taken);
  for (std::size_t c = 0; c < table.columns; ++c) {
    if (taken[c] || table.at(row, c) <= 0) continue;
    taken[c] = true;
    best = std::max(best, table.at(row, c) + best_gain_by_trying(table, row + 1, taken));
    taken[c] = false;
  }
  return best;
}

TEST(ColumnMatch, GainsWhatItsSlowTwinGains) {
  std::mt19937_64 dice(7);
  std::uniform_real_distribution<double> gain(-2, 5);
  for (int round = 0; round < 400; ++round) {
    GainTable table{dice() % 7, dice() % 7, {}};
    for (std::size_t i = 0; i < table.rows * table.columns; ++i) table.gains.push_back(gain(dice));
    std::vector<bool> taken(table.columns, false);
    const auto match = best_match(table);
    EXPECT_NEAR(gain_of(table, match), best_gain_by_trying(table, 0, taken), 1e-9);
    std::vector<int> used(table.columns, 0);
    for (const std::size_t column : match) {
      if (column == kNoColumn) continue;
      EXPECT_EQ(++used[column], 1);
    }
  }
}

TEST(ColumnMatch, LeavesOutPairsThatDoNotPay) {
  const GainTable table{2, 2, {-1, 0, 3, -5}};
  EXPECT_EQ(best_match(table), (std::vector<std::size_t>{kNoColumn, 0}));
}

}  // namespace
}  // namespace sidik::origin
