#include "ingest/dialect/dialect_candidates.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

using Quotes = std::vector<std::pair<char, char>>;

bool has(const std::vector<std::string>& candidates, std::string_view wanted) {
  return std::ranges::find(candidates, wanted) != candidates.end();
}

TEST(DialectCandidates, NamesTheMarksOfTheHeadTheMostFrequentFirst) {
  const auto found = delimiter_candidates("a;b;c,d\ne;f;g|h\n", {});
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0], "") << "one column is always possible";
  EXPECT_EQ(found[1], ";");
  EXPECT_TRUE(has(found, ",") && has(found, "|"));
}

TEST(DialectCandidates, NeverTakesLettersDigitsOrLineEndsForADelimiter) {
  for (const auto& candidate : delimiter_candidates("aXb1c\nd.e-f_g\r\n(h)[i]\"j\"\xC3\xA9k\n", {}))
    EXPECT_EQ(candidate, "");
}

TEST(DialectCandidates, TakesAMarkThatComesOnlyInRunsAsARun) {
  const auto doubled = delimiter_candidates("a||b||c\nd||||e\n", {});
  EXPECT_TRUE(has(doubled, "||"));
  EXPECT_FALSE(has(doubled, "|"));
  const auto mixed = delimiter_candidates("a::b:c\nd::e:f\n", {});
  EXPECT_TRUE(has(mixed, ":"));
  EXPECT_FALSE(has(delimiter_candidates("https://a\nhttps://b\n", {}), "://"));
}

TEST(DialectCandidates, NamesAFewOnlyWhateverTheHeadHolds) {
  std::string hostile;
  const std::string_view marks = "!#$%&*,/:;@^`|~ \t";
  for (const char first : marks) {
    for (const char second : marks) hostile += std::string("a") + first + second + "a" + first + second;
  }
  EXPECT_LE(delimiter_candidates(hostile, {}).size(), 24U);
}

TEST(DialectCandidates, NamesABackslashWhereItEscapes) {
  EXPECT_EQ(quote_candidates("a,b\n", {}), (Quotes{{'"', '"'}}));
  EXPECT_EQ(quote_candidates("a,'b'\n", {}), (Quotes{{'"', '"'}, {'\'', '\''}}));
  EXPECT_EQ(quote_candidates("\"a\\\"b\",c\n", {}), (Quotes{{'"', '"'}, {'"', '\\'}}));
  EXPECT_EQ(quote_candidates("a\\,b,c\n", {}), (Quotes{{'"', '"'}, {'"', '\\'}}));
  EXPECT_EQ(quote_candidates("C:\\data,c\n", {}), (Quotes{{'"', '"'}}));
}

TEST(DialectCandidates, NamesMarksThatBeginLinesAsComments) {
  EXPECT_EQ(comment_candidates("a#b\nc--d\n", {}), std::vector<std::string>{""});
  EXPECT_EQ(comment_candidates("a\n# note\n-- note\n", {}), (std::vector<std::string>{"", "#", "--"}));
}

TEST(DialectCandidates, KeepsWhatTheUserSet) {
  ReadOptions options;
  options.delimiter = "\t";
  options.quote = '\'';
  options.escape = '\\';
  options.comment = ";";
  EXPECT_EQ(delimiter_candidates("a;b\n", options), std::vector<std::string>{"\t"});
  EXPECT_EQ(quote_candidates("\"a\"\n", options), (Quotes{{'\'', '\\'}}));
  EXPECT_EQ(comment_candidates("# a\n", options), std::vector<std::string>{";"});
}

}  // namespace
}  // namespace sidik::ingest
