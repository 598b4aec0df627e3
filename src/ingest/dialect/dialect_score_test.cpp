#include "ingest/dialect/dialect_score.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

double likeness(std::string_view head, const std::string& delimiter) {
  Dialect dialect;
  dialect.delimiter = delimiter;
  return table_likeness(read_head(head, true, dialect, 100), delimiter);
}

TEST(DialectScore, PrefersRowsOfOneWidth) {
  EXPECT_GT(likeness("a,b,c\n1,2,3\n4,5,6\n", ","), likeness("a,b,c\n1,2\n4,5,6,7\n", ","));
  EXPECT_GT(likeness("a,b,c\n1,2,3\n4,5,6\n", ","), likeness("a,b,c\n1,2,3\n4,5,6\n", ""));
}

TEST(DialectScore, PrefersCellsThatAreValues) {
  const std::string_view decimals = "1,5;2,25\n3,5;4,75\n5,5;6,25\n";
  EXPECT_GT(likeness(decimals, ";"), likeness(decimals, ","));
}

TEST(DialectScore, SplitsNoValueThatIsWholeByItself) {
  const std::string_view mails = "siti@example.org\nbudi@example.com\nagus@example.net\n";
  EXPECT_EQ(likeness(mails, "@"), 0);
  EXPECT_GT(likeness(mails, ""), 1);
  EXPECT_EQ(likeness("one two\nred blue\nsome more\n", " "), 0) << "blanks stand inside words";
}

TEST(DialectScore, CountsQuotesThatDoNotFitAgainstAReading) {
  EXPECT_GT(likeness("\"a\",\"b\"\n\"c\",\"d\"\n", ","), likeness("\"a\"x,\"b\"\n\"c\"y,\"d\"\n", ","));
}

TEST(DialectScore, GivesNothingForNothing) { EXPECT_EQ(table_likeness({}, ","), 0); }

}  // namespace
}  // namespace sidik::ingest
