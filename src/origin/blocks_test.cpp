#include "origin/blocks.hpp"

#include <random>

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

TEST(Stretches, LeavesAShuffledTableWhole) {
  std::mt19937 random(3);
  std::vector<std::uint32_t> strata;
  for (int i = 0; i < 20000; ++i) strata.push_back(static_cast<std::uint32_t>(random() % 3));
  EXPECT_EQ(find_stretches(strata, 3).size(), 1U);
}

TEST(Stretches, CutsWhereTheMixtureChanges) {
  std::mt19937 random(4);
  std::vector<std::uint32_t> strata;
  for (int i = 0; i < 9000; ++i)
    strata.push_back(i < 2000 ? 0U : i < 5000 ? 1U : static_cast<std::uint32_t>(random() % 2));
  const auto found = find_stretches(strata, 2);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].first, 2000U);
  EXPECT_NEAR(static_cast<double>(found[2].first), 5000, 10);
}

}  // namespace
}  // namespace sidik::origin
