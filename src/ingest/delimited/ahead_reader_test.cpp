#include "ingest/delimited/ahead_reader.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

Dialect commas() {
  Dialect dialect;
  dialect.delimiter = ",";
  dialect.quote = dialect.escape = '"';
  dialect.columns = 2;
  return dialect;
}

std::string long_text() {
  std::string text;
  while (text.size() < (std::size_t{1} << 19)) text += "12,abc\n";
  return text;
}

struct Ahead {
  explicit Ahead(std::vector<std::string> names = {}) : header(std::move(names)) {}
  Dialect dialect = commas();
  std::vector<std::string> header;
  Reading sink;
  TableInfo info;
  AheadReader reader{dialect, 1000, header, sink, info};

  void start(std::string_view text, std::uint64_t offset = 0) { reader.start(text, 0, ByteOffset(offset), nullptr, 2); }
};

TEST(AheadReader, LeavesShortTextsToTheReader) {
  Ahead ahead;
  ahead.start("1,2\n3,4\n");
  EXPECT_EQ(ahead.reader.next_begin(), std::string_view::npos);
}

TEST(AheadReader, HandsOnWhatTheReaderArrivesAt) {
  Ahead ahead;
  const std::string text = long_text();
  ahead.start(text, 100);
  const std::size_t begin = ahead.reader.next_begin();
  ASSERT_EQ(begin % 7, 0U);
  const auto stretch = ahead.reader.take(begin, RecordIndex(1000));
  ASSERT_TRUE(stretch && *stretch);
  EXPECT_EQ((*stretch)->end, text.size());
  EXPECT_EQ((*stretch)->records, (text.size() - begin) / 7);
  EXPECT_EQ((*stretch)->bytes, text.size() - begin);
  ASSERT_TRUE(ahead.reader.finish());
  ASSERT_EQ(ahead.sink.of_lanes.size(), (text.size() - begin) / 7);
  const auto& [number, first] = *ahead.sink.of_lanes.begin();
  EXPECT_EQ(number, 1000U);
  EXPECT_EQ(first.first[1], "abc");
  EXPECT_EQ(first.second.offset.value, 100 + begin);
}

TEST(AheadReader, HandsOnNothingWhereTheReaderArrivesInTheMiddleOfARecord) {
  Ahead ahead;
  const std::string text = long_text();
  ahead.start(text);
  const auto stretch = ahead.reader.take(ahead.reader.next_begin() + 3, RecordIndex(0));
  ASSERT_TRUE(stretch);
  EXPECT_FALSE(*stretch);
  ASSERT_TRUE(ahead.reader.finish());
  EXPECT_TRUE(ahead.sink.of_lanes.empty());
}

TEST(AheadReader, GivesTheRestOfABatchToAReaderThatArrivesInsideIt) {
  Ahead ahead;
  const std::string text = long_text();
  ahead.start(text);
  const std::size_t at = ahead.reader.next_begin() + 14;
  const auto stretch = ahead.reader.take(at, RecordIndex(0));
  ASSERT_TRUE(stretch && *stretch && (*stretch)->batch != nullptr);
  EXPECT_EQ((*stretch)->first_record, 2U);
  EXPECT_EQ((*stretch)->batch->span(2).offset.value, at);
  EXPECT_EQ((*stretch)->records + (*stretch)->batch->records() - 2, (text.size() - at) / 7);
  ASSERT_TRUE(ahead.reader.finish());
  EXPECT_EQ(ahead.sink.of_lanes.begin()->first, (*stretch)->batch->records() - 2);
}

TEST(AheadReader, PassesOverWhatNeedsJudgementAndGoesOnBehindIt) {
  for (const std::string odd : {"a,b,c\n", "\"a\"b,c\n", "h1,h2\n", "\n"}) {
    std::string text = long_text();
    const std::size_t place = text.size() - 700;
    text.insert(place, odd);
    Ahead ahead({"h1", "h2"});
    ahead.start(text);
    auto stretch = ahead.reader.take(ahead.reader.next_begin(), RecordIndex(0));
    ASSERT_TRUE(stretch && *stretch);
    EXPECT_EQ((*stretch)->end, place) << odd;
    stretch = ahead.reader.take(place, RecordIndex(0));
    ASSERT_TRUE(stretch);
    EXPECT_FALSE(*stretch) << odd;
    EXPECT_EQ(ahead.reader.next_begin(), place + odd.size());
    stretch = ahead.reader.take(place + odd.size(), RecordIndex(0));
    ASSERT_TRUE(stretch && *stretch);
    EXPECT_EQ((*stretch)->end, text.size()) << odd;
  }
}

TEST(AheadReader, TellsWhatTheSinkRefuses) {
  struct Full : Reading {
    Status on_lane_batch(const TableInfo&, table::RecordBatch&, std::size_t) override {
      return fail(ErrorKind::io, "test.full", "the disk is full");
    }
  } sink;
  const Dialect dialect = commas();
  const std::vector<std::string> header;
  const TableInfo info;
  const std::string text = long_text();
  AheadReader reader(dialect, 1000, header, sink, info);
  reader.start(text, 0, ByteOffset(0), nullptr, 3);
  ASSERT_TRUE(reader.take(reader.next_begin(), RecordIndex(0)));
  const Status status = reader.finish();
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().kind, ErrorKind::io);
}

}  // namespace
}  // namespace sidik::ingest
