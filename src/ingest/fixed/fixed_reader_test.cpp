#include "ingest/fixed/fixed_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

void expect_adds_up(const Reading& reading, const std::string& text) {
  EXPECT_EQ(sum_of(reading.account), text.size());
  EXPECT_EQ(reading.account.total_bytes, text.size());
}

TEST(FixedReader, ReadsAListingOfPsql) {
  const std::string text =
      " id |   name    | city \n----+-----------+------\n  1 | Budi S.   | X\n  2 | a|b       | Y\n  3 | \xc3\x84nne   "
      "  | \n(3 rows)\n\n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
    const Reading reading = read_text(text, {}, {}, piece);
    ASSERT_TRUE(reading.status);
    EXPECT_EQ(reading.info.format, "delimited");
    EXPECT_EQ(reading.info.delimiter, "|");
    EXPECT_EQ(reading.info.columns, (std::vector<std::string>{"id", "name", "city"}));
    EXPECT_EQ(reading.records, (Rows{{"1", "Budi S.", "X"}, {"2", "a|b", "Y"}, {"3", "\xc3\x84nne", ""}}));
    EXPECT_EQ(reading.account.rejected, 0U);
    ASSERT_TRUE(reading.account.trailer_offset);
    EXPECT_EQ(text.substr(*reading.account.trailer_offset, 8), "(3 rows)");
    expect_adds_up(reading, text);
  }
}

TEST(FixedReader, ReadsAListingOfMysql) {
  const std::string text =
      "+----+------+\n| id | name |\n+----+------+\n|  1 | A    |\n|  2 | NULL |\n+----+------+\n2 rows in set (0.00 "
      "sec)\n";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.info.columns, (std::vector<std::string>{"id", "name"}));
  EXPECT_EQ(reading.records, (Rows{{"1", "A"}, {"2", "NULL"}}));
  EXPECT_EQ(reading.account.rejected, 0U);
  expect_adds_up(reading, text);
}

TEST(FixedReader, ReadsPagesOfSqlplus) {
  const std::string head = "        ID NAME       CITY\n---------- ---------- ----------\n";
  const std::string text = head + "         1 Budi       Kota A\n         2 Siti\n\n" + head +
                           "         3 Ani        Kota C\n\n3 rows selected.\n";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.info.format, "fixed_width");
  EXPECT_EQ(reading.info.columns, (std::vector<std::string>{"ID", "NAME", "CITY"}));
  EXPECT_EQ(reading.records, (Rows{{"1", "Budi", "Kota A"}, {"2", "Siti", ""}, {"3", "Ani", "Kota C"}}));
  EXPECT_EQ(reading.account.reject_count[static_cast<std::size_t>(table::RejectReason::header_repeated)], 1U);
  expect_adds_up(reading, text);
}

std::string padded_table(int lines) {
  static const std::vector<std::string> kNames = {"Budi Santoso", "Siti", "Ani Wijaya", "Joko", "Rina Dewi Putri"};
  std::string text = fmt::format("{:<12}{:<18}{:>6}\n", "number", "name", "age");
  for (int i = 0; i < lines; ++i)
    text += fmt::format("{:<12}{:<18}{:>6}\n", 1000 + i * 37, kNames[static_cast<std::size_t>(i) % kNames.size()],
                        5 + i * 7 % 95);
  return text;
}

TEST(FixedReader, FindsPaddedColumns) {
  std::string text = padded_table(30);
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.info.format, "fixed_width");
  EXPECT_EQ(reading.info.columns, (std::vector<std::string>{"number", "name", "age"}));
  ASSERT_EQ(reading.account.records, 30U);
  EXPECT_EQ(reading.records[0], (std::vector<std::string>{"1000", "Budi Santoso", "5"}));
  expect_adds_up(reading, text);
}

TEST(FixedReader, FindsColumnsThatTouch) {
  static const std::vector<std::string> kNames = {"SITTI AMINAH", "BUDI S", "ANI", "JOKO SANTOSO W"};
  static const std::vector<std::string> kPlaces = {"KOTA", "DESA TUA", "BANDAR"};
  std::string text;
  for (std::size_t i = 0; i < 30; ++i)
    text += fmt::format("{:016}{:<14}{:<8}19{:02}0101\n", 3200000000000000 + i, kNames[i % 4], kPlaces[i % 3], 50 + i);
  const Reading reading = read_text(text);
  ASSERT_EQ(reading.info.columns.size(), 4U);
  EXPECT_EQ(reading.records[1], (std::vector<std::string>{"3200000000000001", "BUDI S", "DESA TUA", "19510101"}));
  expect_adds_up(reading, text);
}

TEST(FixedReader, RefusesWhatCrossesAColumn) {
  const std::string text = padded_table(60) + "this line keeps to no column at all\n1\n";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.account.records, 60U);
  EXPECT_EQ(reading.account.reject_count[static_cast<std::size_t>(table::RejectReason::too_many_fields)], 1U);
  EXPECT_EQ(reading.account.reject_count[static_cast<std::size_t>(table::RejectReason::too_few_fields)], 1U);
  expect_adds_up(reading, text);
}

TEST(FixedReader, TakesTheUsersWidths) {
  ReadOptions options;
  options.widths = std::vector<std::uint32_t>{2, 3, 4};
  options.header = false;
  const Reading reading = read_text(
      "12abcWXYZ\n34d\xc3\xa9"
      "f  Z and more\n5\n",
      options);
  EXPECT_EQ(reading.info.format, "fixed_width");
  EXPECT_EQ(reading.records, (Rows{{"12", "abc", "WXYZ"},
                                   {"34",
                                    "d\xc3\xa9"
                                    "f",
                                    "Z and more"}}));
  EXPECT_EQ(reading.account.rejected, 1U);
}

TEST(FixedReader, RefusesAHugeLineAndGoesOn) {
  Limits limits;
  limits.record_bytes = 1000;
  const std::string text = padded_table(20) + std::string(3'000'000, 'x') + "\n2000        Budi                   7\n";
  const Reading reading = read_text(text, {}, limits);
  EXPECT_EQ(reading.account.records, 21U);
  EXPECT_EQ(reading.account.reject_count[static_cast<std::size_t>(table::RejectReason::record_too_long)], 1U);
  expect_adds_up(reading, text);
}

TEST(FixedLayout, LeavesProseAndTablesAlone) {
  EXPECT_EQ(read_text("Title\n-----\nsome words here\nand more of them\n").info.format, "delimited");
  std::string words;
  for (int i = 0; i < 30; ++i) words += fmt::format("{} word{} are {} here\n", i % 3 ? "some" : "a few", i, i * i);
  EXPECT_NE(read_text(words).info.format, "fixed_width");
  EXPECT_FALSE(is_row_count("12 monkeys"));
  EXPECT_FALSE(is_rule("a-b"));
  EXPECT_TRUE(is_row_count("(1 row)"));
  EXPECT_TRUE(is_rule("|:---|---:|"));
}

}  // namespace
}  // namespace sidik::ingest
