#include "runs/memory_budget.hpp"

#include <gtest/gtest.h>

#include "runs/partition_store.hpp"

namespace sidik::runs {
namespace {

TEST(MemoryBudget, SpillsTheLargestStoreFirst) {
  MemoryBudget budget(std::uint64_t{2} << 20, ::testing::TempDir());
  PartitionStore small(budget, Repeats::kept);
  PartitionStore large(budget, Repeats::kept);
  for (std::uint64_t i = 0; i < 1000; ++i) small.append({i, i << 56});
  for (std::uint64_t i = 0; i < 200000; ++i) large.append({i, i << 56});
  EXPECT_EQ(small.spilled_keys(), 0U);
  EXPECT_GT(large.spilled_keys(), 0U);
  EXPECT_LE(budget.allocated_bytes(), (std::uint64_t{2} << 20) - budget.table_bytes());
  EXPECT_TRUE(budget.status().has_value());
}

TEST(MemoryBudget, KeepsTheFirstFailure) {
  MemoryBudget budget(std::uint64_t{1} << 20, "/nonexistent-folder-of-a-test");
  PartitionStore store(budget, Repeats::kept);
  for (std::uint64_t i = 0; i < 200000; ++i) store.append({i, i << 56});
  ASSERT_FALSE(budget.status().has_value());
  EXPECT_EQ(budget.status().error().code, ErrorCode("runs.spill_failed"));
}

}  // namespace
}  // namespace sidik::runs
