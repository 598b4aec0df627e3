#include "ingest/dialect/dialect.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

Dialect sniff(const std::string& head) { return sniff_dialect(head, true, {}, 10000).value(); }

TEST(Dialect, FindsTheDelimiter) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a,b,c\n1,2,3\n4,5,6\n", ","},
      {"a;b;c\n1,5;2;3\n4,2;5;6\n", ";"},
      {"a\tb\n1\t2\n", "\t"},
      {"a|b|c\n1|2|3\n", "|"},
      {"a||b||c\n1||2||3\n4||5||6\n", "||"},
      {"mail:hash\nx@example.com:d41d8cd98f\ny@example.com:ad41d8cd98\nz@example.com:bd41d8cd98\n", ":"},
      {"NAMES\nGeorge Washington\nJohn Adams\nThomas Jefferson\n", ""},
      {"10.5 20.5 7\n11.5 22.5 8\n12.0 21.5 9\n", " "},
      {"name~age~city\nA~1~X\nB~2~Y\n", "~"},
  };
  for (const auto& [text, delimiter] : cases) EXPECT_EQ(sniff(text).delimiter, delimiter) << text;
}

TEST(Dialect, KeepsAListOfValuesInOneColumn) {
  const std::vector<std::vector<std::string>> lists = {
      {"budi@example.com", "siti.a@mail.example.org", "ani@example.net", "x_y@example.com"},
      {"https://example.com/a", "http://www.example.org:8080/b/c", "https://example.net/d?e=f"},
      {"2020-01-02 10:05:00", "2020-01-03 11:06:01", "2021-02-03 12:07:02"},
      {"10:05:00", "11:06:01", "12:07:02"},
      {"$2a$10$abcdefghijklmnopqrstuv0123456789", "$2a$10$bcdefghijklmnopqrstuvw0123456789",
       "$2b$12$cdefghijklmnopqrstuvwx0123456789"},
  };
  for (const auto& list : lists) {
    std::string text;
    for (const auto& line : list) text += line + "\n";
    EXPECT_EQ(sniff(text).delimiter, "") << text;
    EXPECT_EQ(sniff("daftar\n" + text).delimiter, "") << text;
  }
}

TEST(Dialect, NeverSplitsMailAtItsSign) {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += fmt::format("user{0}@example.com:pa{1}{0}\n", i, i % 9 == 0 ? ":" : i % 9 == 4 ? ";" : "x");
  }
  EXPECT_EQ(sniff(text).delimiter, ":");
  EXPECT_EQ(sniff("a@example.com;Budi\nb@example.com;Siti\nc@example.com;Ani\n").delimiter, ";");
}

TEST(Dialect, TakesADoubledMarkWithEmptyFieldsAsOne) {
  const Dialect dialect = sniff("1||Budi||||u@example.com\n2||Siti||Bogor||s@example.com\n3||||||a@example.com\n");
  EXPECT_EQ(dialect.delimiter, "||");
  EXPECT_EQ(dialect.columns, 4U);
  EXPECT_EQ(sniff("1|||Budi\n2||x|Siti\n3|y|z|Ani\n").delimiter, "|");
}

TEST(Dialect, FindsTheTableBelowASpreadsheetsTitle) {
  const Dialect dialect = sniff("Laporan,,\n,,\nNo,Nama,NIK\n1,Budi,11\n2,Siti,12\n3,Ani,13\n");
  EXPECT_EQ(dialect.preamble_lines, 2U);
  EXPECT_TRUE(dialect.has_header);
}

TEST(Dialect, FindsQuoteAndEscape) {
  EXPECT_EQ(sniff("a,b\n'x, y',2\n'z, w',3\n").quote, '\'');
  EXPECT_EQ(sniff("a,b\n\"x\\\"y, z\",2\n\"z\",3\n").escape, '\\');
  EXPECT_EQ(sniff("a,b\n\"x\"\"y\",2\n\"z\",3\n").escape, '"');
}

TEST(Dialect, FindsPreambleCommentsAndLineEnds) {
  const auto titled = sniff("Report of May\n\nid,name,city\n1,A,X\n2,B,Y\n3,C,Z\n");
  EXPECT_EQ(titled.preamble_lines, 2U);
  EXPECT_TRUE(titled.has_header);
  EXPECT_EQ(sniff("# note, one\na,b,c\n1,2,3\n# note\n4,5,6\n").comment, "#");
  EXPECT_EQ(sniff("a,b\r\n1,2\r\n").newline, "CRLF");
  EXPECT_EQ(sniff("a,b\r1,2\r3,4\r").newline, "CR");
  EXPECT_EQ(sniff("a,b\n1,2\r\n3,4\n").newline, "mixed");
}

TEST(Dialect, TellsAHeaderFromAFirstRecord) {
  EXPECT_TRUE(sniff("id,amount\n1,2.5\n2,3.5\n").has_header);
  EXPECT_FALSE(sniff("1,2.5\n2,3.5\n").has_header);
  EXPECT_FALSE(sniff("1,A,2020-01-01\n2,B,2020-01-02\n").has_header);
  EXPECT_TRUE(sniff("name,born\nA B,2020-01-01\nC D,2020-01-02\n").has_header);
}

TEST(Dialect, RefusesATextWithoutALine) { EXPECT_FALSE(sniff_dialect("\n\n\n", true, {}, 100)); }

TEST(Dialect, FindsTheNamesBelowTitlesOverGroupsOfColumns) {
  const std::string rows = "7,Budi,2001-02-03,0811\n8,Siti,2002-03-04,0812\n9,Ani,2003-04-05,0813\n";
  const Dialect dialect = sniff("ORANG,,RINCIAN,\nno,nama,lahir,telepon\n" + rows);
  EXPECT_EQ(dialect.preamble_lines, 1U);
  EXPECT_TRUE(dialect.has_header);
  // A first record with gaps is no title, nor is a header whose names are not all given.
  EXPECT_EQ(sniff("BUDI,,RAHAYU,\n" + rows).preamble_lines, 0U);
  EXPECT_EQ(sniff("no,nama,,\n" + rows).preamble_lines, 0U);
}

TEST(Dialect, SeesASingleCommentAmongManyRecords) {
  std::string text = "id,name,n\n";
  for (int i = 0; i < 250; ++i) text += fmt::format("{},Budi,{}\n", i, i * 3);
  EXPECT_EQ(sniff(text).comment, "");
  EXPECT_EQ(sniff(text + "# page 2\n251,Siti,7\n").comment, "#");
  EXPECT_EQ(sniff("#id,name,n\n" + text.substr(text.find('\n') + 1)).comment, "");
}

}  // namespace
}  // namespace sidik::ingest
