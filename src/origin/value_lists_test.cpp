#include "origin/value_lists.hpp"

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

ValueColumn column(std::vector<std::uint8_t> rows, std::size_t values) {
  return {std::move(rows), values, std::vector<std::uint32_t>(values, 20)};
}

TEST(ValueLists, TellsTwoListsApartThatNeverMeet) {
  std::vector<std::uint8_t> sex;
  std::vector<std::uint8_t> faith;
  for (unsigned i = 0; i < 800; ++i) {  // 0 and 1 go with 0, 1, 2; 2 and 3 with 3, 4, 5
    const bool is_other = i % 2 == 1;
    sex.push_back(static_cast<std::uint8_t>(i / 2 % 2 + (is_other ? 2 : 0)));
    faith.push_back(static_cast<std::uint8_t>(i / 4 % 3 + (is_other ? 3 : 0)));
  }
  const ValueColumn columns[] = {column(sex, 4), column(faith, 6)};
  const auto lists = find_value_lists(columns);
  EXPECT_EQ(lists[0][0], lists[0][1]);
  EXPECT_EQ(lists[0][2], lists[0][3]);
  EXPECT_NE(lists[0][0], lists[0][2]);
  EXPECT_NE(lists[1][0], lists[1][5]);
}

TEST(ValueLists, KeepsFactsOfOnePersonTogether) {
  std::vector<std::uint8_t> relation;
  std::vector<std::uint8_t> marital;
  for (unsigned i = 0; i < 900; ++i) {  // children are single, all others are not
    relation.push_back(static_cast<std::uint8_t>(i % 3));
    marital.push_back(static_cast<std::uint8_t>(i % 3 == 2 ? 0 : 1 + i / 3 % 2));
  }
  const ValueColumn columns[] = {column(relation, 3), column(marital, 3)};
  for (const auto& lists : find_value_lists(columns)) {
    EXPECT_EQ(lists[0], lists[1]);
    EXPECT_EQ(lists[0], lists[2]);
  }
}

}  // namespace
}  // namespace sidik::origin
