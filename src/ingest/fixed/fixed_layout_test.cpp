#include "ingest/fixed/fixed_layout.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

using Fields = std::vector<std::string_view>;

FixedLayout padded_layout() {
  FixedLayout layout;
  layout.columns = {{0, 4}, {4, 10}, {10, std::string_view::npos}};
  return layout;
}

TEST(FixedLayout, SplitsByCharactersAndTrims) {
  Fields fields;
  EXPECT_EQ(split_line(padded_layout(), "1   Budi  Kota Bogor\r\n", fields), LineFit::fits);
  EXPECT_EQ(fields, (Fields{"1", "Budi", "Kota Bogor"}));
  EXPECT_EQ(split_line(padded_layout(), "2   \xc3\x84nne  X", fields), LineFit::fits);
  EXPECT_EQ(fields, (Fields{"2", "\xc3\x84nne", "X"})) << "a character of two bytes is one place";
}

TEST(FixedLayout, TellsLinesThatDoNotKeepToTheColumns) {
  Fields fields;
  EXPECT_EQ(split_line(padded_layout(), "abc", fields), LineFit::too_short);
  EXPECT_EQ(split_line(padded_layout(), "", fields), LineFit::too_short);
  FixedLayout ruled = padded_layout();
  ruled.form = FixedLayout::Form::ruled;
  ruled.columns = {{0, 3}, {4, 9}};
  EXPECT_EQ(split_line(ruled, "1   Budi", fields), LineFit::fits);
  EXPECT_EQ(split_line(ruled, "1234Budi", fields), LineFit::crosses);
}

TEST(FixedLayout, SplitsAtBarsWhereTheyAreAsManyAsTheColumns) {
  FixedLayout barred;
  barred.form = FixedLayout::Form::barred;
  barred.has_outer_bars = true;
  barred.columns = {{1, 5}, {6, 12}};
  Fields fields;
  EXPECT_EQ(split_line(barred, "|  1 | Budi |\n", fields), LineFit::fits);
  EXPECT_EQ(fields, (Fields{"1", "Budi"}));
  EXPECT_EQ(split_line(barred, "2 rows in set", fields), LineFit::too_short);
  EXPECT_EQ(split_line(barred, "| 1 |", fields), LineFit::too_short);
}

TEST(FixedLayout, KnowsRulesAndCountsOfRows) {
  for (const char* rule : {"----", "+----+---+", "-----|----", "---- ----", "|---|---|"})
    EXPECT_TRUE(is_rule(rule)) << rule;
  for (const char* line : {"", "a----", "1 - 2", "| a |"}) EXPECT_FALSE(is_rule(line)) << line;
  for (const char* count : {"(12 rows)", "(1 row)", "12 rows in set (0.01 sec)", "3 rows selected."})
    EXPECT_TRUE(is_row_count(count)) << count;
  for (const char* line : {"", "rows", "12 people", "row 12"}) EXPECT_FALSE(is_row_count(line)) << line;
}

}  // namespace
}  // namespace sidik::ingest
