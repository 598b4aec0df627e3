#include "ingest/dialect/head_reading.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

TEST(HeadReading, KeepsTheLineAtWhichEachRecordBegins) {
  const auto reading = read_head("a,b\n\n\"x\ny\",2\n3,4\n", true, {}, 100);
  EXPECT_EQ(reading.records, (HeadRecords{{"a", "b"}, {"x\ny", "2"}, {"3", "4"}}));
  EXPECT_EQ(reading.lines, (std::vector<std::size_t>{0, 2, 4}));
  EXPECT_EQ(reading.quoted, 1U);
  EXPECT_EQ(reading.irregular, 0U);
}

TEST(HeadReading, LeavesOutCommentsAndACutLine) {
  Dialect dialect;
  dialect.comment = "#";
  EXPECT_EQ(read_head("# note, more\na,b\n1,2", false, dialect, 100).records, (HeadRecords{{"a", "b"}}));
  EXPECT_EQ(read_head("# note, more\na,b\n1,2", true, dialect, 100).records, (HeadRecords{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(read_head("a\nb\nc\n", true, dialect, 2).records.size(), 2U);
}

TEST(HeadReading, CountsRecordsWhoseQuotesDoNotFit) {
  const auto reading = read_head("\"a\"b,c\n\"unclosed,d\ne,f\n", true, {}, 100);
  EXPECT_EQ(reading.irregular, 2U);
  ASSERT_EQ(reading.records.size(), 3U) << "an open quote does not swallow the rest";
  EXPECT_EQ(reading.records[2], (std::vector<std::string>{"e", "f"}));
}

TEST(HeadReading, FindsTheWidthOfTheTable) {
  EXPECT_EQ(usual_width({}), 1U);
  EXPECT_EQ(usual_width({{"a"}, {"b", "c"}, {"d", "e"}, {"f", "g", "h"}}), 2U);
  EXPECT_EQ(usual_width({{"a"}, {"b", "c"}}), 2U) << "of equally frequent widths the largest";
  EXPECT_EQ(widest({{"a"}, {"b", "c"}, {"d"}}), 2U);
}

TEST(HeadReading, FindsThePreamble) {
  EXPECT_EQ(preamble_records({{"Report"}, {"of May"}, {"a", "b", "c"}, {"1", "2", "3"}}, 3), 2U);
  EXPECT_EQ(preamble_records({{"a", "b", "c"}, {"1", "2", "3"}}, 3), 0U);
  EXPECT_EQ(preamble_records({{"Members", "", ""}, {"", "", ""}, {"a", "b", "c"}, {"1", "2", "3"}}, 3), 2U)
      << "the title of a spreadsheet";
  EXPECT_EQ(preamble_records({{"id", "name"}, {"1", "x", ""}, {"2", "y", ""}}, 3), 0U)
      << "a header above rows that end with a delimiter";
  EXPECT_EQ(preamble_records(HeadRecords(100, {"x"}), 2), 0U) << "a table without a row is all preamble: none";
}

}  // namespace
}  // namespace sidik::ingest
