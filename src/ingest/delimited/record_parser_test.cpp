#include "ingest/delimited/record_parser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sidik::ingest {
namespace {

struct Case {
  const char* what;
  Dialect dialect;
  std::string text;
  std::vector<std::string> fields;
  QuoteReading reading = QuoteReading::strict;
};

Dialect dialect(std::string delimiter, char quote = '"', char escape = '"', bool lone_cr = false) {
  Dialect d;
  d.delimiter = std::move(delimiter);
  d.quote = quote;
  d.escape = escape;
  d.lone_cr_ends_line = lone_cr;
  return d;
}

TEST(RecordParser, SplitsARecordIntoItsFields) {
  const std::vector<Case> cases = {
      {"plain", dialect(","), "a,b,c\n", {"a", "b", "c"}},
      {"empty fields", dialect(","), ",,\n", {"", "", ""}},
      {"no line end", dialect(","), "a,b", {"a", "b"}},
      {"CRLF", dialect(","), "a,b\r\nc", {"a", "b"}},
      {"lone CR is data", dialect(","), "a\rx,b\n", {"a\rx", "b"}},
      {"lone CR ends", dialect(",", '"', '"', true), "a,b\rc", {"a", "b"}},
      {"quoted delimiter", dialect(","), "\"a,b\",c\n", {"a,b", "c"}},
      {"quoted newline", dialect(","), "\"a\nb\",c\n", {"a\nb", "c"}},
      {"doubled quote", dialect(","), "\"a\"\"b\",c\n", {"a\"b", "c"}},
      {"empty quoted", dialect(","), "\"\",\"\"\"\"\n", {"", "\""}},
      {"backslash quote", dialect(",", '"', '\\'), "\"a\\\"b\",c\n", {"a\"b", "c"}},
      {"backslash delimiter", dialect(",", '"', '\\'), "a\\,b,c\n", {"a,b", "c"}},
      {"backslash N stays", dialect(",", '"', '\\'), "\\N,c\n", {"\\N", "c"}},
      {"inner quote of a plain field", dialect(","), "12\" monitor,x\n", {"12\" monitor", "x"}},
      {"blank before the quote", dialect(","), "a, \"b,c\" ,d\n", {"a", "b,c", "d"}},
      {"two characters", dialect("||"), "a|b||c||\n", {"a|b", "c", ""}},
      {"tab keeps blanks", dialect("\t"), " a \t b\n", {" a ", " b"}},
      {"single quote", dialect(",", '\''), "'a,b',c\n", {"a,b", "c"}},
      {"no quote", dialect(",", 0, 0), "\"a,b\"\n", {"\"a", "b\""}},
      {"inner literal", dialect(","), "\"12\" monitor\",x\n", {"12\" monitor", "x"}, QuoteReading::inner_literal},
      {"closes anyway", dialect(","), "\"abc\"def,x\n", {"abcdef", "x"}, QuoteReading::closes_anyway},
      {"no quotes", dialect(","), "\"abc,x\n", {"\"abc", "x"}, QuoteReading::no_quotes},
  };
  for (const auto& c : cases) {
    RecordParser parser(c.dialect);
    std::deque<std::string> kept;
    ASSERT_EQ(parser.parse(c.text, 0, true, kept, c.reading), ParseStatus::record) << c.what;
    EXPECT_EQ(std::vector<std::string>(parser.fields().begin(), parser.fields().end()), c.fields) << c.what;
  }
}

/// The slow twin of a parser that was shown its text is one that was not.
TEST(RecordParser, ReadsTheSameWithAndWithoutMarks) {
  std::mt19937_64 random(17);
  const std::vector<Dialect> dialects = {dialect(","),          dialect(",", '"', '\\'), dialect("||"),
                                         dialect("\t"),         dialect(";", 0, 0),      dialect(",", '"', '"', true),
                                         dialect(",", '\'', 0), dialect("", '"', '"')};
  constexpr std::string_view kLetters = "ab\"\"',;|| \t\n\n\r\\";
  std::size_t records = 0;
  for (int round = 0; round < 20000; ++round) {
    const Dialect& d = dialects[random() % dialects.size()];
    std::string text(random() % 90, ' ');
    // Half of the texts are mostly letters, so that records get long.
    for (char& c : text) c = round % 2 == 0 && random() % 3 != 0 ? 'x' : kLetters[random() % kLetters.size()];
    RecordParser slow(d);
    RecordParser quick(d);
    quick.look_at(text);
    std::deque<std::string> kept;
    for (const bool is_last : {false, true}) {
      for (std::size_t at = 0; at < text.size();) {
        const auto expected = slow.parse(text, at, is_last, kept);
        ASSERT_EQ(quick.parse(text, at, is_last, kept), expected) << round << ' ' << at;
        if (expected != ParseStatus::record && expected != ParseStatus::blank) {
          ++at;
          continue;
        }
        ASSERT_TRUE(std::ranges::equal(quick.fields(), slow.fields())) << round << ' ' << at;
        ASSERT_EQ(quick.end(), slow.end());
        ASSERT_EQ(quick.had_quotes(), slow.had_quotes());
        at = slow.end();
        ++records;
      }
    }
  }
  EXPECT_GT(records, 20000U);
}

TEST(RecordParser, SaysWhatIsWrongWithTheQuotes) {
  RecordParser parser(dialect(","));
  std::deque<std::string> kept;
  EXPECT_EQ(parser.parse("\"abc\"def,x\n", 0, true, kept), ParseStatus::irregular);
  EXPECT_EQ(parser.parse("\"abc,x\n", 0, true, kept), ParseStatus::unclosed);
  EXPECT_EQ(parser.parse("\"abc,x\n", 0, false, kept), ParseStatus::need_more);
  EXPECT_EQ(parser.parse("abc", 0, false, kept), ParseStatus::need_more);
  EXPECT_EQ(parser.parse("\n", 0, true, kept), ParseStatus::blank);
  EXPECT_EQ(parser.parse("   \n", 0, true, kept), ParseStatus::blank);
  EXPECT_EQ(parser.parse("\"\"\n", 0, true, kept), ParseStatus::record);
}

TEST(RecordParser, NeverDecidesOnATextThatMayGoOn) {
  const std::string text = "\"a\"\"b\" ,c||d\r\n";
  RecordParser parser(dialect(","));
  std::deque<std::string> kept;
  for (std::size_t cut = 0; cut < text.size() - 1; ++cut) {
    EXPECT_EQ(parser.parse(std::string_view(text).substr(0, cut), 0, false, kept), ParseStatus::need_more) << cut;
  }
}

TEST(RecordParser, FindsTheEndOfThePhysicalLine) {
  RecordParser parser(dialect(",", '"', '"', true));
  EXPECT_EQ(parser.line_end("ab\ncd", 0, true), 3U);
  EXPECT_EQ(parser.line_end("ab\r\ncd", 0, true), 4U);
  EXPECT_EQ(parser.line_end("ab\rcd", 0, true), 3U);
  EXPECT_EQ(parser.line_end("ab\r", 0, false), std::string_view::npos);
  EXPECT_EQ(parser.line_end("ab", 0, false), std::string_view::npos);
  EXPECT_EQ(parser.line_end("ab", 0, true), 2U);
}

}  // namespace
}  // namespace sidik::ingest
