#include "origin/copy_stretches.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <vector>

#include "text/dates.hpp"

namespace sidik::origin {
namespace {

const std::int32_t kToday = text::day_number({2021, 5, 20});
const std::int32_t kTaken = text::day_number({2020, 6, 15});

/// Records of copies one behind the other: so many, taken on that day, stamped over the last `span` days before it.
struct Copy {
  int records = 0;
  std::int32_t taken = 0;
  int span = 2000;
};
std::vector<StampedRecord> glued(std::uint64_t seed, const std::vector<Copy>& copies, double errors = 0) {
  std::mt19937_64 random(seed);
  std::vector<StampedRecord> out;
  for (const Copy& copy : copies) {
    for (int i = 0; i < copy.records; ++i) {
      const bool is_error = static_cast<double>(random() % 10000) < errors * 10000;
      const auto days = static_cast<std::int32_t>(random() % static_cast<unsigned>(copy.span));
      out.push_back({out.size(), is_error ? copy.taken + 1 + days : copy.taken - days});
    }
  }
  return out;
}

TEST(CopyStretches, FindsEachCopyWithItsDay) {
  const std::vector<Copy> copies = {{1500, kTaken - 200}, {900, kTaken}, {2400, kTaken - 90}, {1200, kTaken - 330}};
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto found = find_copies(glued(seed, copies, 0.002), kToday);
    ASSERT_EQ(found.size(), copies.size()) << "seed " << seed;
    std::uint64_t first = 0;
    for (std::size_t k = 0; k < copies.size(); ++k) {
      EXPECT_NEAR(static_cast<double>(found[k].first_record), static_cast<double>(first), 200) << "seed " << seed;
      EXPECT_LE(found[k].taken.from, copies[k].taken);
      EXPECT_GE(found[k].taken.to, copies[k].taken);
      EXPECT_LE(found[k].taken.to - found[k].taken.from, 60);
      first += static_cast<std::uint64_t>(copies[k].records);
    }
  }
}

TEST(CopyStretches, OneCopyStaysOne) {
  int split = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto found = find_copies(glued(seed, {{3000, kTaken}}, 0.01), kToday);
    ASSERT_FALSE(found.empty());
    split += found.size() > 1 ? 1 : 0;
  }
  EXPECT_LE(split, 2);
}

TEST(CopyStretches, AFileSortedByTimeIsOneCopy) {
  std::vector<StampedRecord> records;
  for (int i = 0; i < 4000; ++i) records.push_back({static_cast<std::uint64_t>(i), kTaken - 2000 + i / 2});
  EXPECT_LE(find_copies(records, kToday).size(), 1U);
}

TEST(CopyStretches, NeighboursThatMayBeOfOneDayAreOne) {
  const auto found = find_copies(glued(4, {{1500, kTaken}, {1500, kTaken - 1}}), kToday);
  EXPECT_EQ(found.size(), 1U);
}

TEST(CopyStretches, FewStampsSayNothing) {
  EXPECT_TRUE(find_copies({}, kToday).empty());
  EXPECT_TRUE(find_copies(glued(1, {{19, kTaken}}), kToday).empty());
  EXPECT_EQ(find_copies(glued(1, {{50, kTaken}, {50, kTaken - 500}}), kToday).size(), 1U);
}

}  // namespace
}  // namespace sidik::origin
