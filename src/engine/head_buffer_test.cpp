#include "engine/head_buffer.hpp"

#include <gtest/gtest.h>

namespace sidik::engine {
namespace {

TEST(HeadBuffer, KeepsCopiesAndSamplesEvenly) {
  HeadBuffer head;
  for (int b = 0; b < 10; ++b) {
    std::deque<std::string> texts;
    table::RecordBatch batch;
    batch.reset(2, RecordIndex(static_cast<std::uint64_t>(b) * 100));
    for (int r = 0; r < 100; ++r) {
      const std::string_view fields[] = {texts.emplace_back(std::to_string(b * 100 + r)), r % 2 == 0 ? "x" : ""};
      batch.append(fields, {});
    }
    head.add(batch);
  }
  EXPECT_EQ(head.batches().back().field(99, 0), "999");
  const auto sample = head.sample(0, 10);
  EXPECT_EQ(sample,
            (std::vector<std::string_view>{"0", "100", "200", "300", "400", "500", "600", "700", "800", "900"}));
  EXPECT_EQ(head.sample(1, 10000).size(), 500U);
  EXPECT_FALSE(head.is_enough());
}

}  // namespace
}  // namespace sidik::engine
