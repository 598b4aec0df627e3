#include "runs/key_partitions.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace sidik::runs {
namespace {

constexpr std::uint64_t kAmple = std::uint64_t{256} << 20;
constexpr std::uint64_t kTight = std::uint64_t{1} << 20;

/// A key as a keyed hash would give it (SplitMix64).
Hash128 key_of(std::uint64_t value) {
  const auto mix = [](std::uint64_t x) {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
  };
  return {mix(value), mix(~value)};
}

struct Case {
  std::string name;
  std::uint64_t keys;
  std::uint64_t values;  ///< keys are drawn from so many; 0: all differ
};

std::vector<Hash128> draw(const Case& one, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Hash128> keys;
  keys.reserve(one.keys);
  for (std::uint64_t i = 0; i < one.keys; ++i) {
    keys.push_back(key_of(one.values == 0 ? (seed << 40) + i : random() % one.values));
  }
  return keys;
}

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = {
      {"none", 0, 0},
      {"one", 1, 1},
      {"all equal", 50000, 1},
      {"few", 50000, 40},
      {"full dictionary", 50000, KeyDictionary::kMostKeys},
      {"one past the dictionary", 50000, KeyDictionary::kMostKeys + 1},
      {"many repeats", 200000, 9000},
      {"some repeats", 150000, 100000},
      {"all distinct", 150000, 0},
  };
  return kCases;
}

TEST(KeyPartitions, CountsDistinctLikeASet) {
  for (const std::uint64_t limit : {kAmple, kTight}) {
    for (const Repeats repeats : {Repeats::dropped, Repeats::kept}) {
      for (const Case& one : cases()) {
        const std::vector<Hash128> keys = draw(one, 11);
        MemoryBudget budget(limit, ::testing::TempDir());
        KeyPartitions set(budget, repeats);
        set.add(keys);
        const std::set<Hash128> twin(keys.begin(), keys.end());
        EXPECT_EQ(set.count_distinct().value(), twin.size()) << one.name;
        EXPECT_EQ(set.count_distinct().value(), twin.size()) << one.name << ", counted again";
        EXPECT_LE(budget.allocated_bytes(), limit);
      }
    }
  }
}

TEST(KeyPartitions, CountsContainedLikeASet) {
  for (const std::uint64_t limit : {kAmple, kTight}) {
    for (const Case& members : cases()) {
      const std::vector<Hash128> member_keys = draw(members, 5);
      const std::unordered_set<std::uint64_t> twin = [&] {
        std::unordered_set<std::uint64_t> lows;
        for (const Hash128& key : member_keys) lows.insert(key.low);
        return lows;
      }();
      for (const Case& probes : {Case{"few", 1000, 300}, Case{"repeated", 100000, 20000}, Case{"none", 0, 0}}) {
        MemoryBudget budget(limit, ::testing::TempDir());
        KeyPartitions member_set(budget);
        KeyPartitions probe_bag(budget, Repeats::kept);
        KeyPartitions probe_set(budget);
        const std::vector<Hash128> probe_keys = draw(probes, 6);
        member_set.add(member_keys);
        std::uint64_t expected = 0;
        std::unordered_set<std::uint64_t> distinct_expected;
        for (const Hash128& key : probe_keys) {
          probe_bag.add(key);
          probe_set.add(key);
          if (!twin.contains(key.low)) continue;
          ++expected;
          distinct_expected.insert(key.low);
        }
        EXPECT_EQ(count_contained(probe_bag, member_set).value(), expected) << members.name << ", " << probes.name;
        // A set of probes may hold a key more than once, but no oftener than it was added.
        EXPECT_GE(count_contained(probe_set, member_set).value(), distinct_expected.size());
        EXPECT_LE(count_contained(probe_set, member_set).value(), expected);
      }
    }
  }
}

TEST(KeyPartitions, KeepsTheKeyOfZerosApart) {
  for (const Repeats repeats : {Repeats::dropped, Repeats::kept}) {
    MemoryBudget budget(kAmple, ::testing::TempDir());
    KeyPartitions set(budget, repeats);
    set.add(Hash128{});
    set.add(Hash128{});
    EXPECT_EQ(set.count_distinct().value(), 1U);
    for (std::uint64_t i = 0; i < 10000; ++i) set.add(key_of(i));
    set.add(Hash128{});
    EXPECT_EQ(set.count_distinct().value(), 10001U);
    EXPECT_EQ(count_contained(set, set).value() >= 10001U, true);
  }
}

TEST(KeyPartitions, TakesAZeroAsNewAfterTheDictionary) {
  MemoryBudget budget(kAmple, ::testing::TempDir());
  KeyPartitions set(budget);
  for (std::uint64_t i = 0; i < 10000; ++i) set.add(key_of(i));
  set.add(Hash128{});
  EXPECT_EQ(set.count_distinct().value(), 10001U);
}

TEST(KeyPartitions, CountsKeysThatAreNotSpreadEvenly) {
  for (const std::uint64_t limit : {kAmple, kTight}) {
    MemoryBudget budget(limit, ::testing::TempDir());
    KeyPartitions set(budget, Repeats::kept);
    for (std::uint64_t round = 0; round < 2; ++round) {
      for (std::uint64_t i = 1; i <= 40000; ++i) set.add(Hash128{i, 0});  // one partition, the upper bits all equal
    }
    EXPECT_EQ(set.count_distinct().value(), 40000U);
  }
}

TEST(KeyPartitions, SplitsAPartitionThatIsLargerThanItsTable) {
  MemoryBudget budget(kTight, ::testing::TempDir());
  KeyPartitions set(budget, Repeats::kept);
  std::mt19937_64 random(3);
  std::set<std::uint64_t> twin;
  for (std::uint64_t i = 0; i < 200000; ++i) {
    const std::uint64_t low = key_of(random() % 150000).low;
    set.add(Hash128{low, 0});
    twin.insert(low);
  }
  EXPECT_GT(twin.size() * 2 * sizeof(std::uint64_t), budget.table_bytes());
  EXPECT_EQ(set.count_distinct().value(), twin.size());
  EXPECT_EQ(count_contained(set, set).value(), 200000U);
}

TEST(KeyPartitions, CountsSeveralSetsTogether) {
  MemoryBudget left_budget(kAmple, ::testing::TempDir());
  MemoryBudget right_budget(kTight, ::testing::TempDir());
  for (const std::uint64_t values : {100U, 5000U, 400000U}) {
    KeyPartitions left(left_budget);
    KeyPartitions right(right_budget);
    std::mt19937_64 random(values);
    std::set<Hash128> twin;
    for (int i = 0; i < 100000; ++i) {
      const Hash128 key = key_of(random() % values);
      (i % 3 == 0 ? left : right).add(key);
      twin.insert(key);
    }
    const std::vector<const KeyPartitions*> sets = {&left, &right};
    EXPECT_EQ(count_distinct(sets).value(), twin.size());
  }
  EXPECT_EQ(count_distinct(std::span<const KeyPartitions* const>()).value(), 0U);
}

TEST(KeyPartitions, GivesItsBlocksBackWhenItEnds) {
  MemoryBudget budget(kAmple, ::testing::TempDir());
  std::uint64_t first = 0;
  for (int round = 0; round < 5; ++round) {
    KeyPartitions set(budget);
    for (std::uint64_t i = 0; i < 200000; ++i) set.add(key_of(i));
    if (round == 0) first = budget.allocated_bytes();
  }
  EXPECT_EQ(budget.allocated_bytes(), first);
}

TEST(KeyPartitions, MovesWithItsKeys) {
  MemoryBudget budget(kTight, ::testing::TempDir());
  std::vector<KeyPartitions> sets;
  for (std::uint64_t column = 0; column < 10; ++column) {
    sets.emplace_back(budget);
    for (std::uint64_t i = 0; i < 20000; ++i) sets.back().add(key_of(i * (column + 1)));
  }
  for (const KeyPartitions& set : sets) EXPECT_EQ(set.count_distinct().value(), 20000U);
}

TEST(KeyPartitions, SpillsUnderATightBudgetOnly) {
  for (const std::uint64_t limit : {kAmple, kTight}) {
    MemoryBudget budget(limit, ::testing::TempDir());
    KeyPartitions set(budget);
    for (std::uint64_t i = 0; i < 300000; ++i) set.add(key_of(i));
    EXPECT_EQ(set.spilled_keys() > 0, limit == kTight);
  }
}

TEST(KeyPartitions, SaysWhyASpillFailedAndWhatToDo) {
  MemoryBudget budget(kTight, "/nonexistent-folder-of-a-test");
  KeyPartitions set(budget);
  KeyPartitions other(budget);
  other.add(key_of(1));
  for (std::uint64_t i = 0; i < 300000; ++i) set.add(key_of(i));
  ASSERT_FALSE(budget.status().has_value());
  for (const auto& count : {set.count_distinct(), other.count_distinct(), count_contained(set, other)}) {
    ASSERT_FALSE(count.has_value());
    EXPECT_EQ(count.error().kind, ErrorKind::io);
    EXPECT_EQ(count.error().code, ErrorCode("runs.spill_failed"));
    EXPECT_NE(count.error().what.find("No such file or directory"), std::string::npos);
    EXPECT_NE(count.error().next.find("--spill DIR"), std::string::npos);
  }
}

TEST(KeyPartitions, DropsRepeatsInsteadOfSpilling) {
  MemoryBudget budget(std::uint64_t{8} << 20, ::testing::TempDir());
  KeyPartitions set(budget);
  for (std::uint64_t i = 0; i < 3000000; ++i) set.add(key_of(i % 200000));
  EXPECT_EQ(set.count_distinct().value(), 200000U);
  EXPECT_LE(budget.allocated_bytes(), std::uint64_t{6} << 20);
}

}  // namespace
}  // namespace sidik::runs
