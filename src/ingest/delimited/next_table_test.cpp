#include "ingest/delimited/next_table.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

std::string rows(const std::string& mark, int columns, int lines, int from = 0) {
  std::string text;
  for (int i = 0; i < lines; ++i) {
    for (int c = 0; c < columns; ++c)
      text += (c > 0 ? mark : "") + "v" + std::to_string(from + i) + "c" + std::to_string(c);
    text += "\n";
  }
  return text;
}

std::uint64_t sum_of_all(const Reading& reading) {
  std::uint64_t sum = 0;
  for (const auto& [number, told] : reading.of_number) {
    EXPECT_TRUE(told.is_ended);
    EXPECT_EQ(sum_of(told.account), told.account.total_bytes);
    sum += told.account.total_bytes;
  }
  return sum;
}

TEST(NextTable, FindsAnotherDelimiterWithItsHeader) {
  const std::string text = "id,name,city\n" + rows(",", 3, 50) + "no;nama;kota;umur\n" + rows(";", 4, 30, 50);
  for (const std::size_t piece : {std::size_t{1}, std::size_t{97}, std::size_t{100000}}) {
    const Reading reading = read_text(text, {}, {}, piece, "dump.csv");
    ASSERT_TRUE(reading.status);
    ASSERT_EQ(reading.of_number.size(), 2U);
    const auto& first = reading.table("dump.csv");
    const auto& second = reading.table("dump.csv#2");
    EXPECT_EQ(first.account.records, 50U);
    EXPECT_EQ(first.account.rejected, 0U);
    EXPECT_EQ(second.info.delimiter, ";");
    EXPECT_EQ(second.info.columns, (std::vector<std::string>{"no", "nama", "kota", "umur"}));
    EXPECT_EQ(second.account.records, 30U);
    EXPECT_EQ(second.records[0][0], "v50c0");
    EXPECT_EQ(text.substr(second.spans[0].offset.value, 6), "v50c0;");
    EXPECT_EQ(first.account.lines + second.account.lines, 82U);
    EXPECT_EQ(sum_of_all(reading), text.size());
  }
}

TEST(NextTable, FindsOtherColumnsAndComesBack) {
  const std::string text = rows(",", 3, 40) + rows(",", 5, 40, 40) + rows(",", 3, 40, 80);
  ReadOptions options;
  options.header = false;
  const Reading reading = read_text(text, options);
  ASSERT_EQ(reading.of_number.size(), 3U);
  EXPECT_EQ(reading.table("text").account.records, 40U);
  EXPECT_EQ(reading.table("text#2").account.records, 40U);
  EXPECT_EQ(reading.table("text#3").account.records, 40U);
  EXPECT_EQ(sum_of_all(reading), text.size());
}

TEST(NextTable, NeedsOnlySixLinesUnderASureHeader) {
  const std::string head = "id,name,city\n" + rows(",", 3, 40);
  const Reading with = read_text(head +
                                 "nr|amount|when|who|why\n1|5|2020-01-01|3|7\n2|6|2020-01-02|3|8\n3|6|2020-01-02|4|8\n"
                                 "4|6|2020-01-02|5|8\n5|6|2020-01-02|5|9\n6|6|2020-01-02|6|9\n");
  ASSERT_EQ(with.of_number.size(), 2U);
  EXPECT_EQ(with.table("text#2").account.records, 6U);
  EXPECT_EQ(with.table("text#2").account.header_bytes, 23U);
  const Reading without = read_text(head + rows("|", 5, 7));
  EXPECT_EQ(without.of_number.size(), 1U);
  EXPECT_EQ(without.account.rejected, 7U);
}

TEST(NextTable, RefusesWhatIsSteadyNowhere) {
  std::string text = "id,name,city\n" + rows(",", 3, 200);
  const std::size_t good = text.size();
  for (int i = 0; i < 300; ++i)
    text += std::string(static_cast<std::size_t>(i % 11), ';') + "words, and," + std::string(i % 7, ',') + "more\n";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.of_number.size(), 1U);
  EXPECT_GE(reading.account.rejected, 200U);
  EXPECT_GE(reading.account.rejected_bytes, text.size() - good - 3000);
  EXPECT_EQ(sum_of(reading.account), text.size());
}

TEST(NextTable, FindsATableBelowATitle) {
  const std::string text =
      "id,name,city\n" + rows(",", 3, 50) + "second part\n\n" + "no;nama;kota;umur\n" + rows(";", 4, 30);
  const Reading reading = read_text(text);
  ASSERT_EQ(reading.of_number.size(), 2U);
  EXPECT_EQ(reading.table("text").account.rejected, 1U);
  EXPECT_EQ(reading.table("text#2").account.records, 30U);
  EXPECT_EQ(sum_of_all(reading), text.size());
}

TEST(NextTable, FindsATableBehindRubbish) {
  std::string text = "id,name,city\n" + rows(",", 3, 50);
  for (int i = 0; i < 9; ++i)
    text += std::string(static_cast<std::size_t>(i * 5 % 4), ',') + "rub;bish,,,;" +
            std::string(static_cast<std::size_t>(i), ';') + "\n";
  text += "no;nama;kota;umur\n" + rows(";", 4, 200);
  const Reading reading = read_text(text);
  ASSERT_EQ(reading.of_number.size(), 2U);
  EXPECT_GE(reading.table("text#2").account.records, 150U);
  EXPECT_EQ(sum_of_all(reading), text.size());
}

TEST(NextTable, StopsAtSixtyFourTables) {
  std::string text;
  for (int i = 0; i < 80; ++i) text += rows(i % 2 == 0 ? "," : ";", 3, 24, i * 24);
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.of_number.size(), 64U);
  EXPECT_EQ(sum_of_all(reading), text.size());
}

TEST(NextTable, IsFoundBehindAFooterHoweverSmall) {
  std::string first = "id,name,city,phone\n";
  for (int i = 0; i < 200; ++i) first += fmt::format("{},Name {},Bogor,0812{:07}\n", i, i, i);
  for (const std::string footer : {"\nTotal: 200 records\n\n", "-- end --\nprinted on paper\nby nobody\n"}) {
    for (const std::string mark : {";", ","}) {
      for (const int rows : {5, 6, 9, 12, 18, 19, 25, 29, 40}) {
        std::string text = first + footer;
        text += fmt::format("code{}amount\n", mark);
        for (int i = 0; i < rows; ++i) text += fmt::format("K{:03}{}{}\n", i, mark, i * 13);
        const Reading reading = read_text(text);
        const auto& told = reading.table("text#2");
        EXPECT_EQ(told.account.records, static_cast<std::uint64_t>(rows)) << mark << rows << footer;
        EXPECT_EQ(told.info.columns, (std::vector<std::string>{"code", "amount"}));
        EXPECT_EQ(reading.table("text").account.records, 200U);
      }
    }
  }
}

}  // namespace
}  // namespace sidik::ingest
