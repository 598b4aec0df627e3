#include "runs/record_keys.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace sidik::runs {
namespace {

/// A small number as a key that is spread like a hash.
Hash128 key_of(std::uint64_t number) {
  std::mt19937_64 random(number);
  const std::uint64_t low = random();
  return {low, random()};
}

TEST(RecordKeys, FindsWhatASlowTwinFindsInMemoryAndFromDisk) {
  for (const std::uint64_t limit : {std::uint64_t{1} << 30, std::uint64_t{1} << 17}) {
    std::mt19937_64 random(limit);
    MemoryBudget budget(1 << 20, "/tmp");
    KeyPartitions left(budget);
    KeyPartitions right(budget);
    std::set<std::uint64_t> members;
    for (int i = 0; i < 20000; ++i) {
      const std::uint64_t number = random() % 50000;
      members.insert(number);
      (i % 2 == 0 ? left : right).add(key_of(number));
    }
    RecordKeys one(limit, "/tmp");
    RecordKeys other(limit, "/tmp");
    std::map<std::uint64_t, int> expected;
    std::set<std::uint64_t> found_numbers;
    for (std::uint64_t record = 0; record < 30000; ++record) {
      const std::uint64_t number = random() % 80000;
      (record % 3 == 0 ? one : other).add(key_of(number), record);
      if (!members.contains(number)) continue;
      ++expected[record];
      found_numbers.insert(number);
    }
    const std::vector<const RecordKeys*> keys{&one, &other};
    const std::vector<const KeyPartitions*> sets{&left, &right};
    std::map<std::uint64_t, int> found;
    const auto distinct = find_contained(keys, sets, {}, [&](std::uint64_t record) { ++found[record]; });
    ASSERT_TRUE(distinct.has_value());
    EXPECT_EQ(found, expected);
    EXPECT_EQ(*distinct, found_numbers.size());
    EXPECT_EQ(one.spilled_bytes() > 0, limit == std::uint64_t{1} << 17);
  }
}

TEST(RecordKeys, FindsNothingWithoutMembers) {
  RecordKeys keys(1 << 20, "/tmp");
  keys.add(key_of(1), 0);
  const RecordKeys* const all = &keys;
  const auto distinct = find_contained(std::span(&all, 1), {}, {}, [](std::uint64_t) { FAIL(); });
  ASSERT_TRUE(distinct.has_value());
  EXPECT_EQ(*distinct, 0U);
}

TEST(RecordKeys, SaysThatItCouldNotSpill) {
  RecordKeys keys(64, "/nowhere/at/all");
  for (std::uint64_t i = 0; i < 2000; ++i) keys.add(key_of(i), i);
  const RecordKeys* const all = &keys;
  const auto found = find_contained(std::span(&all, 1), {}, {}, [](std::uint64_t) {});
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code.name(), "runs.spill_failed");
}

}  // namespace
}  // namespace sidik::runs
