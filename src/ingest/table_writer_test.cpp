#include "ingest/table_writer.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

TEST(TableWriter, TellsOfATableWithItsFirstBatchOnly) {
  Reading sink;
  Context context;
  ReadProgress progress{context};
  TableWriter empty(sink, {}, progress);
  ASSERT_TRUE(empty.reject(table::RejectReason::json_invalid, {ByteOffset(0), ByteCount(3)}));
  EXPECT_FALSE(empty.finish().value());
  EXPECT_EQ(sink.tables, 0U);

  TableWriter writer(sink, {}, progress);
  writer.add_column("a");
  const std::string_view one[] = {"1"};
  ASSERT_TRUE(writer.reject(table::RejectReason::json_invalid, {ByteOffset(0), ByteCount(3)}));
  writer.add(one, {ByteOffset(3), ByteCount(2)});
  writer.add_column("b");
  EXPECT_TRUE(writer.finish().value());
  EXPECT_EQ(sink.records, (Rows{{"1", ""}}));
  EXPECT_EQ(sink.rejects.size(), 1U);
}

TEST(TableWriter, CountsLinesNulsAndInvalidBytes) {
  Reading sink;
  Context context;
  ReadProgress progress{context};
  TableWriter writer(sink, {}, progress);
  writer.count_text(std::string_view("a\nb\r\nc\rd\0\xff\n", 11), false);
  EXPECT_EQ(writer.account().lines, 3U);
  EXPECT_EQ(writer.account().nul_bytes, 1U);
  EXPECT_EQ(writer.account().invalid_bytes, 1U);
  writer.count_text("a\rb\r\n", true);
  EXPECT_EQ(writer.account().lines, 5U);
}

}  // namespace
}  // namespace sidik::ingest
