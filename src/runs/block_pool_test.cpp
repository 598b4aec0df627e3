#include "runs/block_pool.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>

namespace sidik::runs {
namespace {

TEST(BlockPool, HandsOutEachBlockOnceAndRecyclesIt) {
  BlockPool pool(std::uint64_t{1} << 20);
  std::set<KeyBlock*> blocks;
  while (KeyBlock* block = pool.take()) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % sizeof(KeyBlock), 0U);
    block->keys.fill(7);
    EXPECT_TRUE(blocks.insert(block).second);
  }
  EXPECT_EQ(blocks.size() * sizeof(KeyBlock), std::uint64_t{1} << 20);
  for (KeyBlock* block : blocks) pool.give_back(block);
  std::set<KeyBlock*> again;
  while (KeyBlock* block = pool.take()) again.insert(block);
  EXPECT_EQ(again, blocks);
  EXPECT_EQ(pool.allocated_bytes(), std::uint64_t{1} << 20);
}

TEST(BlockPool, GrantsOnePieceAtLeast) {
  BlockPool pool(0);
  EXPECT_NE(pool.take(), nullptr);
}

}  // namespace
}  // namespace sidik::runs
