#include "origin/stamp_range.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "text/dates.hpp"

namespace sidik::origin {
namespace {

const std::int32_t kToday = text::day_number({2021, 5, 20});
const std::int32_t kTaken = text::day_number({2020, 6, 15});

/// Stamps on days drawn from the last `span` days before the copy, and some errors that lie anywhere later.
std::vector<std::int32_t> stamps(std::uint64_t seed, int count, int span, int errors) {
  std::mt19937_64 random(seed);
  std::vector<std::int32_t> days;
  for (int i = 0; i < count; ++i)
    days.push_back(kTaken - static_cast<std::int32_t>(random() % static_cast<unsigned>(span)));
  for (int i = 0; i < errors; ++i) days.push_back(kTaken + 1 + static_cast<std::int32_t>(random() % 4000));
  std::ranges::sort(days);
  return days;
}

TEST(StampRange, HoldsTheDayAndIsNarrow) {
  int inside = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto range = range_of_stamps(stamps(seed, 3000, 2000, 0), kToday, 0.01);
    ASSERT_TRUE(range);
    inside += range->from <= kTaken && kTaken <= range->to ? 1 : 0;
    EXPECT_LE(range->to - range->from, 10);
  }
  EXPECT_GE(inside, 95);
}

TEST(StampRange, IsNotMovedByErrors) {
  int inside = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto range = range_of_stamps(stamps(seed, 3000, 2000, 60), kToday, 0.01);
    ASSERT_TRUE(range);
    inside += range->from <= kTaken && kTaken <= range->to ? 1 : 0;
  }
  EXPECT_GE(inside, 90);
}

TEST(StampRange, IsWiderWhereStampsAreFew) {
  const auto many = range_of_stamps(stamps(1, 3000, 2000, 0), kToday, 0.01);
  const auto few = range_of_stamps(stamps(1, 60, 2000, 0), kToday, 0.01);
  ASSERT_TRUE(many && few);
  EXPECT_GT(few->to - few->from, 3 * (many->to - many->from));
  EXPECT_FALSE(range_of_stamps(stamps(1, 19, 2000, 0), kToday, 0.01));
  EXPECT_FALSE(range_of_stamps({}, kToday, 0.01));
}

TEST(StampRange, NeverLiesInTheFuture) {
  const auto range = range_of_stamps(stamps(1, 30, 3000, 0), kTaken + 2, 0.01);
  ASSERT_TRUE(range);
  EXPECT_LE(range->to, kTaken + 2);
}

TEST(StampRange, AClosedDayIsNoEnd) {
  // 1970-01-01 plus multiples of 7: no stamp on two days of each week; the copy is made on the second of them.
  std::mt19937_64 random(11);
  constexpr std::int32_t kMonday = 7 * 2600;
  std::vector<std::int32_t> days;
  for (int i = 0; i < 5000; ++i)
    days.push_back(kMonday - 7 * static_cast<std::int32_t>(random() % 300) + static_cast<std::int32_t>(random() % 5));
  std::ranges::sort(days);
  const auto range = range_of_stamps(days, kMonday + 500, kWindowTail);
  ASSERT_TRUE(range);
  EXPECT_GE(range->to, kMonday + 6);
  EXPECT_LE(range->to, kMonday + 9);
}

}  // namespace
}  // namespace sidik::origin
