#include "people/edit_distance.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "people/edit_distance_twin.hpp"

namespace sidik::people {
namespace {

TEST(EditDistance, CountsEachKindOfEditOnce) {
  EXPECT_EQ(edit_distance("martha", "martha", 3), 0U);
  EXPECT_EQ(edit_distance("martha", "marthaa", 3), 1U);
  EXPECT_EQ(edit_distance("martha", "matha", 3), 1U);
  EXPECT_EQ(edit_distance("martha", "mortha", 3), 1U);
  EXPECT_EQ(edit_distance("martha", "marhta", 3), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 9), 3U);
  EXPECT_EQ(edit_distance("", "abc", 9), 3U);
  EXPECT_EQ(edit_distance("", "", 0), 0U);
}

TEST(EditDistance, EditsNoPartTwice) {
  EXPECT_EQ(edit_distance("ca", "abc", 9), 3U);  // 2 where a swapped pair may be edited again
}

TEST(EditDistance, SaysMoreThanAskedForAsOneMore) {
  EXPECT_EQ(edit_distance("abcdef", "uvwxyz", 2), 3U);
  EXPECT_EQ(edit_distance("a", "abcdef", 2), 3U);
}

TEST(EditDistance, LooksAtSixtyFourBytes) {
  const std::string long_text(64, 'a');
  EXPECT_EQ(edit_distance(long_text + "b", long_text + "c", 3), 0U);
  EXPECT_EQ(edit_distance(long_text, std::string(63, 'a') + "b", 3), 1U);
}

TEST(EditDistance, AgreesWithItsSlowTwin) {
  std::mt19937_64 random(11);
  for (int round = 0; round < 20000; ++round) {
    const std::size_t letters = 2 + random() % 3;
    const std::size_t longest = round % 10 == 0 ? 80 : 12;
    std::string left;
    std::string right;
    for (std::size_t i = random() % longest; i > 0; --i) left += static_cast<char>('a' + random() % letters);
    right = left;
    if (round % 2 == 0) right.clear();
    for (std::size_t i = random() % 5; i > 0; --i)
      right.insert(random() % (right.size() + 1), 1, static_cast<char>(random() % 2 == 0 ? 0xC3 : 'a'));
    if (right.size() > 2) std::swap(right[0], right[1]);
    const std::size_t most = random() % 70;
    ASSERT_EQ(edit_distance(left, right, most), edit_distance_slowly(left, right, most)) << left << " | " << right;
  }
}

}  // namespace
}  // namespace sidik::people
