#include "ingest/delimited/ahead_parser.hpp"

#include <gtest/gtest.h>

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

TEST(AheadParser, LeavesShortTextsToTheReader) {
  const Dialect dialect = commas();
  const std::vector<std::string> header;
  AheadParser ahead(dialect, 2, 1000, header);
  ahead.start("1,2\n3,4\n", 0, ByteOffset(0));
  EXPECT_EQ(ahead.next_begin(), std::string_view::npos);
}

TEST(AheadParser, ReadsFromALineEndToTheEndOfTheText) {
  const Dialect dialect = commas();
  const std::vector<std::string> header;
  const std::string text = long_text();
  AheadParser ahead(dialect, 2, 1000, header);
  ahead.start(text, 0, ByteOffset(100));
  ASSERT_EQ(ahead.next_begin() % 7, 0U);
  const auto& piece = ahead.take();
  ASSERT_FALSE(piece.ends.empty());
  EXPECT_EQ(piece.ends.back(), text.size());
  EXPECT_EQ(piece.batches[0].record(0)[1], "abc");
  EXPECT_EQ(piece.batches[0].span(0).offset.value, 100 + piece.begin);
  EXPECT_EQ(ahead.next_begin(), std::string_view::npos) << "a piece is given once";
}

TEST(AheadParser, StopsBeforeWhatNeedsJudgement) {
  const Dialect dialect = commas();
  const std::vector<std::string> header = {"h1", "h2"};
  for (const std::string odd : {"a,b,c\n", "\"a\"b,c\n", "h1,h2\n", "\n"}) {
    std::string text = long_text();
    const std::size_t place = text.size() - 700;
    text.insert(place, odd);
    AheadParser ahead(dialect, 2, 1000, header);
    ahead.start(text, 0, ByteOffset(0));
    EXPECT_EQ(ahead.take().ends.back(), place) << odd;
  }
}

}  // namespace
}  // namespace sidik::ingest
