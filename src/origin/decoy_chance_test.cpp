#include "origin/decoy_chance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace sidik::origin {
namespace {

/// The slow twin: deals the labels again and again.
double permuted(const DecoyCount& count, std::mt19937_64& chance) {
  constexpr int kDeals = 40000;
  std::vector<char> is_found(count.planted + count.controls, 0);
  std::fill_n(is_found.begin(), count.found + count.controls_found, char{1});
  int as_many = 0;
  for (int deal = 0; deal < kDeals; ++deal) {
    std::ranges::shuffle(is_found, chance);
    const auto his = std::accumulate(is_found.begin(), is_found.begin() + static_cast<long>(count.planted), 0ULL);
    as_many += his >= count.found ? 1 : 0;
  }
  return static_cast<double>(as_many) / kDeals;
}

TEST(DecoyChance, IsWhatPermutingTheLabelsGives) {
  std::mt19937_64 chance(7);
  for (const DecoyCount& count :
       {DecoyCount{20, 1, 100, 0}, DecoyCount{20, 2, 60, 1}, DecoyCount{5, 1, 5, 3}, DecoyCount{10, 4, 40, 9}})
    EXPECT_NEAR(innocent_chance(count).value, permuted(count, chance), 0.01) << count.found;
}

TEST(DecoyChance, IsOneWhenNothingIsFound) {
  EXPECT_EQ(innocent_chance({20, 0, 400, 0}).value, 1);
  EXPECT_EQ(innocent_chance({20, 0, 400, 7}).value, 1);
}

TEST(DecoyChance, CannotTellWithoutControls) { EXPECT_NEAR(innocent_chance({20, 6, 0, 0}).value, 1, 1e-9); }

TEST(DecoyChance, FallsWithEveryDecoyAndRisesWithControls) {
  EXPECT_NEAR(innocent_chance({20, 1, 2000, 0}).value, 20.0 / 2020, 1e-9);
  EXPECT_LT(innocent_chance({20, 2, 2000, 0}).value, 1e-4);
  EXPECT_GT(innocent_chance({20, 2, 2000, 100}).value, 0.1);
}

TEST(DecoyChance, OfTwoNumbersIsThatOfOneSquared) {
  EXPECT_NEAR(chance_of_two(20, 2000, 0).value, 20 * 0.0015 * 0.0015, 1e-12);
  EXPECT_GT(chance_of_two(20, 2000, 60).value, 0.01);
  EXPECT_EQ(chance_of_two(20, 0, 0).value, 1);
}

}  // namespace
}  // namespace sidik::origin
