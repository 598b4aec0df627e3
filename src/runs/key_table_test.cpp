#include "runs/key_table.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace sidik::runs {
namespace {

TEST(KeyTable, HoldsWhatASetHolds) {
  std::mt19937_64 random(2);
  KeyTable table;
  for (const std::size_t keys : {0U, 1U, 100U, 5000U, 17U}) {
    table.reset(keys);
    std::set<std::uint64_t> twin;
    for (std::size_t i = 0; i < keys; ++i) {
      const std::uint64_t key = i % 3 == 0 ? random() % 64 : random();
      EXPECT_EQ(table.insert(key), twin.insert(key).second);
    }
    EXPECT_EQ(table.size(), twin.size());
    for (const std::uint64_t key : twin) EXPECT_TRUE(table.contains(key));
    for (std::uint64_t key = 0; key < 64; ++key) EXPECT_EQ(table.contains(key), twin.contains(key));
  }
}

TEST(KeyTable, SaysWhenItHasNoRoom) {
  KeyTable table;
  table.reset(8);
  EXPECT_TRUE(table.has_room(14));
  EXPECT_FALSE(table.has_room(15));
  for (std::uint64_t key = 1; key <= 10; ++key) table.insert(key);
  EXPECT_TRUE(table.has_room(4));
  EXPECT_FALSE(table.has_room(5));
}

}  // namespace
}  // namespace sidik::runs
