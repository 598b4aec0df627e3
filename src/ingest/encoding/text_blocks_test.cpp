#include "ingest/encoding/text_blocks.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

TEST(TextBlocks, GivesABlockAgainOnlyWhenNobodyHoldsIt) {
  TextBlocks blocks;
  auto first = blocks.take(100);
  const char* const place = first->data();
  const auto holder = std::shared_ptr<const void>(first);
  first.reset();
  EXPECT_NE(blocks.take(100)->data(), place);
}

TEST(TextBlocks, GivesABlockThatWasLetGo) {
  TextBlocks blocks;
  const char* const place = blocks.take(100)->data();
  EXPECT_EQ(blocks.take(50)->data(), place);
  EXPECT_GE(blocks.take(500)->size(), 500U);
}

TEST(TextBlocks, LetsABlockOutliveIt) {
  std::shared_ptr<TextBlocks::Block> block;
  {
    TextBlocks blocks;
    block = blocks.take(10);
  }
  (*block)[9] = 'x';
  EXPECT_EQ((*block)[9], 'x');
}

}  // namespace
}  // namespace sidik::ingest
