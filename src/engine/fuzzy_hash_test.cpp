#include "engine/fuzzy_hash.hpp"

#include <gtest/gtest.h>

#include <random>

namespace sidik::engine {
namespace {

std::string text_for_test(unsigned seed, int rows) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < rows; ++i)
    text += std::to_string(random()) + ",invented " + std::to_string(random() % 1000) + "\n";
  return text;
}
std::string hash_of(std::string_view bytes) {
  FuzzyHash hash;
  while (!bytes.empty()) {
    hash.update(bytes.substr(0, 777));
    bytes.remove_prefix(std::min<std::size_t>(777, bytes.size()));
  }
  return hash.finish().value_or("");
}

TEST(FuzzyHash, FilesThatDifferInAFewPlacesAreNearerThanOthers) {
  const std::string whole = text_for_test(1, 2000);
  std::string changed = whole;
  changed.replace(1000, 20, "####################");
  std::string noise(whole.size(), '\0');
  std::mt19937 random(2);
  for (char& c : noise) c = static_cast<char>(random() & 0xFFU);
  const auto near = fuzzy_distance(hash_of(whole), hash_of(changed));
  const auto far = fuzzy_distance(hash_of(whole), hash_of(noise));
  ASSERT_TRUE(near && far);
  EXPECT_LT(*near, 10);
  EXPECT_GT(*far, 100);
  EXPECT_EQ(fuzzy_distance(hash_of(whole), hash_of(whole)), 0);
}

TEST(FuzzyHash, WhatIsTooShortHasNone) {
  EXPECT_EQ(hash_of("short"), "");
  EXPECT_FALSE(fuzzy_distance("", hash_of(text_for_test(1, 100))));
  EXPECT_FALSE(fuzzy_distance(std::string(70, 'z'), "x"));
}

}  // namespace
}  // namespace sidik::engine
