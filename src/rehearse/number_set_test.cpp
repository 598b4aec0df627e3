#include "rehearse/number_set.hpp"

#include <unordered_map>

#include <gtest/gtest.h>

namespace sidik::rehearse {
namespace {

TEST(NumberMap, AgreesWithAnOrdinaryMapWhileItGrows) {
  NumberMap map;
  std::unordered_map<std::uint64_t, std::uint32_t> slow;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const std::uint64_t number = mix64(i % 3000) % 4000;  // some come again, 0 among them
    bool is_new = false;
    const std::uint32_t note = map.insert(number, i, is_new);
    const auto [found, was_new] = slow.try_emplace(number, i);
    EXPECT_EQ(is_new, was_new);
    EXPECT_EQ(note, found->second);
  }
  EXPECT_EQ(map.size(), slow.size());
  for (std::uint64_t number = 0; number < 4000; ++number) EXPECT_EQ(map.contains(number), slow.contains(number));
}

TEST(NumberMap, KeepsZeroAsANumber) {
  NumberMap map;
  EXPECT_FALSE(map.contains(0));
  EXPECT_TRUE(map.insert(0));
  EXPECT_FALSE(map.insert(0));
  EXPECT_TRUE(map.contains(0));
}

}  // namespace
}  // namespace sidik::rehearse
