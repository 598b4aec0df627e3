#include "people/jaro_winkler.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "people/edit_distance.hpp"
#include "people/slow_text_for_test.hpp"

namespace sidik::people {
namespace {

std::string draw_text(std::mt19937& random, std::size_t longest, int letters) {
  std::string text(random() % (longest + 1), 'a');
  for (char& c : text) c = static_cast<char>('a' + random() % static_cast<unsigned>(letters));
  return text;
}

TEST(JaroWinkler, GivesThePublishedValues) {
  EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.9611, 1e-4);
  EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 0.84, 1e-4);
  EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 0.8133, 1e-4);
  EXPECT_EQ(jaro_winkler("", ""), 1);
  EXPECT_EQ(jaro_winkler("a", ""), 0);
  EXPECT_EQ(jaro_winkler("abc", "xyz"), 0);
}

TEST(JaroWinkler, EqualsItsSlowTwin) {
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::string left = draw_text(random, i % 10 == 0 ? 80 : 14, 2 + i % 5);
    const std::string right = draw_text(random, i % 10 == 0 ? 80 : 14, 2 + i % 5);
    ASSERT_DOUBLE_EQ(jaro_winkler(left, right), slow_jaro_winkler(left, right)) << left << " " << right;
  }
}

TEST(EditDistance, CountsASwapOfNeighboursAsOne) {
  EXPECT_EQ(edit_distance("robert", "robetr", 5), 1U);
  EXPECT_EQ(edit_distance("ca", "abc", 5), 3U);
  EXPECT_EQ(edit_distance("", "abc", 5), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 5), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 1), 2U);
}

TEST(EditDistance, EqualsItsSlowTwin) {
  std::mt19937 random(11);
  for (int i = 0; i < 20000; ++i) {
    const std::string left = draw_text(random, i % 10 == 0 ? 80 : 12, 2 + i % 4);
    const std::string right = draw_text(random, i % 10 == 0 ? 80 : 12, 2 + i % 4);
    const std::size_t most = i % 3 == 0 ? 2 : 100;
    ASSERT_EQ(edit_distance(left, right, most), slow_edit_distance(left, right, most)) << left << " " << right;
  }
}

}  // namespace
}  // namespace sidik::people
