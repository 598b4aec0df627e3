#include "ingest/delimited/delimited_reader.hpp"

#include <gtest/gtest.h>

#include <random>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

std::uint64_t count_of(const Reading& reading, RejectReason reason) {
  return reading.account.reject_count[static_cast<std::size_t>(reason)];
}

void expect_adds_up(const Reading& reading, const std::string& text) {
  EXPECT_EQ(reading.account.total_bytes, text.size());
  EXPECT_EQ(sum_of(reading.account), text.size());
  for (std::size_t r = 0; r < reading.spans.size(); ++r) {
    EXPECT_LE(reading.spans[r].offset.value + reading.spans[r].length.value, text.size());
    if (r > 0) {
      EXPECT_GE(reading.spans[r].offset.value, reading.spans[r - 1].offset.value + reading.spans[r - 1].length.value);
    }
  }
}

TEST(DelimitedReader, GivesEachRecordItsByteSpan) {
  const std::string text = "id,name\n1,\"A, B\"\n2,C\n";
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"1", "A, B"}, {"2", "C"}}));
  EXPECT_EQ(text.substr(reading.spans[0].offset.value, reading.spans[0].length.value), "1,\"A, B\"\n");
  EXPECT_EQ(text.substr(reading.spans[1].offset.value, reading.spans[1].length.value), "2,C\n");
  EXPECT_EQ(reading.account.lines, 3U);
  EXPECT_TRUE(reading.info.has_header);
  expect_adds_up(reading, text);
}

TEST(DelimitedReader, SaysTheSameWhereverTheWindowIsCut) {
  const std::string text =
      "# made by a tool\n\nid;name;note\n1;\"A;\"\"B\";x\n\n2;C\n3;\"D\nE\";y\r\n4;F;z;extra\nid;name;note\n5;\"12\" "
      "pipe\";q";
  ReadOptions options;
  options.ragged = Ragged::reject;
  const Reading whole = read_text(text, options);
  ASSERT_TRUE(whole.status);
  EXPECT_EQ(whole.records, (Rows{{"1", "A;\"B", "x"}, {"3", "D\nE", "y"}, {"5", "12\" pipe", "q"}}));
  EXPECT_EQ(count_of(whole, RejectReason::too_few_fields), 1U);
  EXPECT_EQ(count_of(whole, RejectReason::too_many_fields), 1U);
  EXPECT_EQ(count_of(whole, RejectReason::header_repeated), 1U);
  for (std::size_t piece = 1; piece < 20; ++piece) {
    const Reading cut = read_text(text, options, {}, piece);
    EXPECT_EQ(cut.records, whole.records) << piece;
    EXPECT_EQ(cut.account.lines, whole.account.lines) << piece;
    expect_adds_up(cut, text);
  }
}

/// A text of some megabytes with all that needs judgement in it, seeded.
std::string messy_text(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::string text = "id,name,note,place\n";
  while (text.size() < (std::size_t{5} << 20)) {
    const std::string id = std::to_string(random() % 100000);
    switch (random() % 200) {
      case 0:
        text += id + ",\"two\nlines, and\n\nmore\",x,y\n";
        break;
      case 1:
        text += id + ",12\" pipe,x,\"say \"\"so\"\"\"\n";
        break;
      case 2:
        text += id + ",\"never closed,x,y\n";
        break;
      case 3:
        text += "id,name,note,place\n";
        break;
      case 4:
        text += "\r\n" + id + ",too few\r\n\n";
        break;
      case 5:
        text += id + ",\"";
        text.append(random() % 3000, 'a');
        text += "\nid,name,note,place\n1,2,3,4\n\",x,y\n";
        break;
      default:
        text += id + ",name " + id + ",\"a, b\",Bandung\n";
    }
  }
  return text;
}

TEST(DelimitedReader, SaysTheSameWithAnyNumberOfThreads) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const std::string text = messy_text(seed);
    const Reading alone = read_text(text, {}, {}, std::size_t{1} << 20);
    ASSERT_TRUE(alone.status);
    EXPECT_GT(alone.records.size(), 50000U);
    EXPECT_GT(alone.rejects.size(), 100U);
    for (const unsigned threads : {2U, 5U}) {
      const Reading shared = read_text(text, {}, {}, std::size_t{1} << 20, "text", threads);
      EXPECT_GT(shared.of_lanes.size(), alone.records.size() / 20) << "the other threads read next to nothing";
      ASSERT_EQ(shared.records, alone.records) << seed << ' ' << threads;
      for (std::size_t r = 0; r < alone.spans.size(); ++r) {
        ASSERT_EQ(shared.spans[r].offset.value, alone.spans[r].offset.value);
        ASSERT_EQ(shared.spans[r].length.value, alone.spans[r].length.value);
      }
      ASSERT_EQ(shared.rejects.size(), alone.rejects.size());
      EXPECT_EQ(shared.account.lines, alone.account.lines);
      EXPECT_EQ(shared.account.blank_bytes, alone.account.blank_bytes);
      expect_adds_up(shared, text);
    }
  }
}

TEST(DelimitedReader, KeepsAStrayQuoteToItsOwnLine) {
  std::string text = "a,b,c\n";
  for (int i = 0; i < 50; ++i) text += std::to_string(i) + ",\"quoted, one\",z\n";
  const std::string stray = "51,\"never closed,z\n";
  text += stray;
  for (int i = 52; i < 100; ++i) text += std::to_string(i) + ",\"quoted, one\",z\n";
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records.size(), 99U);
  EXPECT_EQ(reading.records[50], (std::vector<std::string>{"51", "\"never closed", "z"}));
  EXPECT_EQ(reading.account.rejected, 0U);
  expect_adds_up(reading, text);
}

TEST(DelimitedReader, RefusesALineWhoseQuotesFitNoReading) {
  const std::string text = "a,b\n1,x\n2,\"y\"z\",w,v\n3,u\n4,u\n";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.records.size(), 3U);
  EXPECT_EQ(count_of(reading, RejectReason::quote_irregular), 1U);
  ASSERT_EQ(reading.rejects.size(), 1U);
  EXPECT_EQ(reading.rejects[0].span.offset.value, 8U);
  expect_adds_up(reading, text);
}

TEST(DelimitedReader, PadsShortRowsWhenTheyAreTheTablesHabit) {
  std::string text = "a,b,c\n";
  for (int i = 0; i < 20; ++i) text += i % 5 == 0 ? "1,2\n" : "1,2,3\n";
  const Reading padded = read_text(text);
  EXPECT_EQ(padded.records.size(), 20U);
  EXPECT_EQ(padded.account.padded, 4U);
  ReadOptions strict;
  strict.ragged = Ragged::reject;
  const Reading refused = read_text(text, strict);
  EXPECT_EQ(refused.records.size(), 16U);
  EXPECT_EQ(count_of(refused, RejectReason::too_few_fields), 4U);
}

TEST(DelimitedReader, NoticesATrailerAndACut) {
  const Reading trailer = read_text("a,b,c\n1,2,3\n4,5,6\n(2 rows)\n");
  EXPECT_TRUE(trailer.account.trailer_offset.has_value());
  EXPECT_FALSE(trailer.account.last_line_cut);
  std::string rows = "a,b,c\n";
  for (int i = 0; i < 40; ++i) rows += "1,2,3\n";
  const Reading cut = read_text(rows + "7,8");
  EXPECT_TRUE(cut.account.last_line_cut);
}

TEST(DelimitedReader, RefusesARecordOverTheLimitWithoutKeepingIt) {
  Limits limits;
  limits.record_bytes = 100000;
  const std::string text = "a,b\n1,2\n3," + std::string(5'000'000, 'x') + "\n5,6\n";
  const Reading reading = read_text(text, {}, limits);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.records, (Rows{{"1", "2"}, {"5", "6"}}));
  EXPECT_EQ(count_of(reading, RejectReason::record_too_long), 1U);
  expect_adds_up(reading, text);
}

TEST(DelimitedReader, SaysWhyThereIsNoRecord) {
  EXPECT_EQ(read_text("").status.error().code.name(), "ingest.empty");
  EXPECT_EQ(read_text(" \n\n").status.error().code.name(), "ingest.empty");
  ReadOptions header;
  header.header = true;
  EXPECT_EQ(read_text("a,b,c\n", header).status.error().code.name(), "ingest.no_record");
  Limits limits;
  limits.record_bytes = 1000;
  EXPECT_EQ(read_text(std::string(3'000'000, 'x'), {}, limits).status.error().code.name(), "ingest.record_too_long");
  limits = {};
  EXPECT_EQ(read_text(std::string(100'000, ','), {}, limits).status.error().code.name(), "ingest.too_many_columns");
}

TEST(DelimitedReader, TakesWhatTheUserSets) {
  ReadOptions options;
  options.delimiter = "|";
  options.header = false;
  options.quote = '\0';
  options.skip_lines = 1;
  const Reading reading = read_text("title\n\"a|b\n\"c|d\n", options);
  EXPECT_EQ(reading.records, (Rows{{"\"a", "b"}, {"\"c", "d"}}));
  EXPECT_EQ(reading.info.delimiter_by, Decider::user);
  EXPECT_EQ(reading.account.other_bytes, 6U);
}

}  // namespace
}  // namespace sidik::ingest
