#include "origin/support.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sidik::origin {
namespace {

TEST(Support, GivesAnEdgeToTheLowerBand) {
  struct Case {
    double ratio;
    const char* word;
  };
  static constexpr Case kCases[] = {{1, "no"},
                                    {2, "no"},
                                    {2.01, "weak"},
                                    {10, "weak"},
                                    {10.1, "moderate"},
                                    {100, "moderate"},
                                    {101, "moderately strong"},
                                    {1000, "moderately strong"},
                                    {1001, "strong"},
                                    {10000, "strong"},
                                    {10001, "very strong"},
                                    {1e6, "very strong"},
                                    {1.001e6, "extremely strong"},
                                    {1e40, "extremely strong"}};
  for (const Case& each : kCases) EXPECT_EQ(support_word(std::log10(each.ratio)), each.word) << each.ratio;
}

TEST(Support, TurnsTheSidesBelowOne) {
  EXPECT_EQ(support_word(-0.2), "no");
  EXPECT_EQ(support_word(-1.5), "against: moderate");
  EXPECT_EQ(support_word(-8), "against: extremely strong");
}

}  // namespace
}  // namespace sidik::origin
