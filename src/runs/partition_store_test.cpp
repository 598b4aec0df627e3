#include "runs/partition_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace sidik::runs {
namespace {

constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20;

std::vector<std::uint64_t> shown(const PartitionStore& store, std::size_t partition) {
  std::vector<std::uint64_t> keys;
  EXPECT_TRUE(store.visit(
      partition, [&](std::span<const std::uint64_t> piece) { keys.insert(keys.end(), piece.begin(), piece.end()); }));
  std::ranges::sort(keys);
  return keys;
}

TEST(PartitionStore, ShowsEveryKeyOfAMultisetInItsPartition) {
  MemoryBudget budget(2 * kMebibyte, ::testing::TempDir());
  PartitionStore store(budget, Repeats::kept);
  std::mt19937_64 random(4);
  std::vector<std::vector<std::uint64_t>> twin(PartitionStore::kPartitions);
  for (int i = 0; i < 200000; ++i) {
    const Hash128 key{random() % 1000, (random() % 200) << 56};
    store.append(key);
    twin[key.high >> 56].push_back(key.low);
    if (i == 50000) {
      ASSERT_TRUE(store.spill().has_value());
    }
  }
  EXPECT_GT(store.spilled_keys(), 0U);
  for (std::size_t partition = 0; partition < PartitionStore::kPartitions; ++partition) {
    std::ranges::sort(twin[partition]);
    EXPECT_EQ(shown(store, partition), twin[partition]);
    EXPECT_EQ(store.size(partition), twin[partition].size());
  }
}

TEST(PartitionStore, ClearsRepeatsWhenAPartitionGrows) {
  MemoryBudget budget(64 * kMebibyte, ::testing::TempDir());
  PartitionStore store(budget, Repeats::dropped);
  for (std::uint64_t i = 0; i < 1000000; ++i) store.append({i % 3000 + 1, 0});
  EXPECT_LE(store.size(0), 3 * 3000U + 4080U);
  std::vector<std::uint64_t> keys = shown(store, 0);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  EXPECT_EQ(keys.size(), 3000U);
}

TEST(PartitionStore, CanBeSpilledWhenEmpty) {
  MemoryBudget budget(kMebibyte, ::testing::TempDir());
  PartitionStore store(budget, Repeats::dropped);
  EXPECT_TRUE(store.spill().has_value());
  EXPECT_EQ(store.spilled_keys(), 0U);
  EXPECT_TRUE(shown(store, 0).empty());
}

}  // namespace
}  // namespace sidik::runs
