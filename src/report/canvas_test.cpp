#include "report/canvas.hpp"

#include <gtest/gtest.h>

#include "report/clean.hpp"

namespace sidik::report {
namespace {

TEST(Canvas, WrapsAtBlanksAndCutsLongWords) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("abcdefghij", 4), (std::vector<std::string>{"abcd", "efgh", "ij"}));
  EXPECT_EQ(wrap("a abcdef", 4), (std::vector<std::string>{"a", "abcd", "ef"}));
  EXPECT_EQ(wrap("", 4), (std::vector<std::string>{""}));
  for (const auto& line : wrap("王小明大 a 王小明大王", 5)) EXPECT_LE(cells(line), 5U);
  EXPECT_EQ(wrap("王", 1), (std::vector<std::string>{"王"}));  // Wider than the line: it ends all the same.
}

TEST(Canvas, DrawsBarsInEighths) {
  EXPECT_EQ(bar(1, 2, 4), "██  ");
  EXPECT_EQ(bar(4, 4, 4), "████");
  EXPECT_EQ(bar(0, 4, 3), "   ");
  EXPECT_EQ(bar(1, 1000000, 3), "▏  ");
  EXPECT_EQ(bar(5, 0, 3), "   ");
  EXPECT_EQ(bar(9, 4, 2), "██");
}

TEST(Canvas, PadsToCells) {
  EXPECT_EQ(left("王", 4), "王  ");
  EXPECT_EQ(right("12", 4), "  12");
  EXPECT_EQ(right("12345", 4), "123…");
}

TEST(Canvas, ColoursOnlyWhenAsked) {
  EXPECT_EQ(Canvas(80, false).styled("x", Style::bad), "x");
  EXPECT_EQ(Canvas(80, true).styled("x", Style::plain), "x");
  EXPECT_EQ(Canvas(80, true).styled("x", Style::strong), "\x1b[1mx\x1b[0m");
  EXPECT_EQ(Canvas(1, false).width(), 60U);
  EXPECT_EQ(Canvas(4000, false).width(), 200U);
}

}  // namespace
}  // namespace sidik::report
