#include "identify/column_profile.hpp"

#include <gtest/gtest.h>

namespace sidik::identify {
namespace {

TEST(ColumnProfile, LeavesPlaceholdersOutOfValuesAndKeepsRows) {
  const ColumnProfile profile = profile_of({"h", {" a b ", "NULL", "n/a", "\\N", "-", "17"}});
  EXPECT_EQ(profile.rows.size(), 6U);
  ASSERT_EQ(profile.values.size(), 2U);
  EXPECT_EQ(profile.values[0], "a b");
  EXPECT_DOUBLE_EQ(profile.digits_only, 0.5);
  EXPECT_DOUBLE_EQ(profile.with_blank, 0.5);
}

TEST(ColumnProfile, IsEmptyWithoutValues) { EXPECT_TRUE(profile_of({"h", {"", "null"}}).is_empty()); }

TEST(ColumnProfile, ReadsNumbersWithPointOrComma) {
  double number = 0;
  EXPECT_TRUE(read_number("+1,5", number));
  EXPECT_DOUBLE_EQ(number, 1.5);
  EXPECT_TRUE(read_number("-6.25", number));
  for (const char* text : {"", "1,2,3", "1e5", "x", "--1", "1111111111111111111111111"})
    EXPECT_FALSE(read_number(text, number)) << text;
}

}  // namespace
}  // namespace sidik::identify
