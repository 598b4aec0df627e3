#include "runs/key_dictionary.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace sidik::runs {
namespace {

TEST(KeyDictionary, HoldsWhatASetHolds) {
  std::mt19937_64 random(1);
  KeyDictionary dictionary;
  std::set<Hash128> twin;
  for (int i = 0; i < 50000; ++i) {
    const std::uint64_t value = random() % 4000;
    const Hash128 key{value % 1000, value / 1000};  // many keys share their lower half; one is all zeros
    EXPECT_TRUE(dictionary.add(key));
    twin.insert(key);
    ASSERT_EQ(dictionary.size(), twin.size());
  }
  std::set<Hash128> held;
  for (const Hash128& key : dictionary.slots()) {
    if (key != Hash128{}) held.insert(key);
  }
  EXPECT_TRUE(dictionary.has_zero());
  held.insert(Hash128{});
  EXPECT_EQ(held, twin);
}

TEST(KeyDictionary, RefusesANewKeyWhenFullAndStillKnowsTheOld) {
  KeyDictionary dictionary;
  for (std::uint64_t i = 1; i <= KeyDictionary::kMostKeys; ++i)
    ASSERT_TRUE(dictionary.add({i * 0x9e3779b97f4a7c15U, i}));
  EXPECT_FALSE(dictionary.add({1, 1}));
  EXPECT_TRUE(dictionary.add({0x9e3779b97f4a7c15U, 1}));
  EXPECT_EQ(dictionary.size(), KeyDictionary::kMostKeys);
}

}  // namespace
}  // namespace sidik::runs
