#include "ingest/sql/sql_copy.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

TEST(CopyLineParser, SplitsAtTabsAndResolvesEscapes) {
  CopyLineParser parser(10);
  std::deque<std::string> kept;
  const std::string text = "1\t\\N\ta\\tb\\\\c\t\n2\n";
  ASSERT_EQ(parser.parse(text, 0, true, kept), CopyStatus::record);
  EXPECT_EQ(std::vector<std::string>(parser.fields().begin(), parser.fields().end()),
            (std::vector<std::string>{"1", "", "a\tb\\c", ""}));
  EXPECT_EQ(parser.end(), text.size() - 2);
  EXPECT_TRUE(parser.is_whole());
}

TEST(CopyLineParser, KnowsTheLastLineAndACutOne) {
  CopyLineParser parser(10);
  std::deque<std::string> kept;
  EXPECT_EQ(parser.parse("\\.\nrest", 0, true, kept), CopyStatus::last);
  EXPECT_EQ(parser.end(), 3U);
  EXPECT_EQ(parser.parse("1\t2", 0, false, kept), CopyStatus::need_more);
  EXPECT_EQ(parser.parse("1\t2", 0, true, kept), CopyStatus::record);
  EXPECT_FALSE(parser.is_whole());
}

TEST(CopyLineParser, CountsFieldsBeyondTheMost) {
  CopyLineParser parser(2);
  std::deque<std::string> kept;
  ASSERT_EQ(parser.parse("1\t2\t3\t4\n", 0, true, kept), CopyStatus::record);
  EXPECT_EQ(parser.fields().size(), 2U);
  EXPECT_EQ(parser.count(), 4U);
}

}  // namespace
}  // namespace sidik::ingest
