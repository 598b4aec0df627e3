#include "table/record_batch.hpp"

#include <gtest/gtest.h>

namespace sidik::table {
namespace {

TEST(RecordBatch, FillsMissingFieldsAndCutsNone) {
  RecordBatch batch;
  batch.reset(3, RecordIndex(7));
  const std::string_view two[] = {"a", "b"};
  batch.append(two, {ByteOffset(10), ByteCount(4)});
  EXPECT_EQ(batch.records(), 1U);
  EXPECT_EQ(batch.field(0, 1), "b");
  EXPECT_EQ(batch.field(0, 2), "");
  EXPECT_EQ(batch.span(0).offset.value, 10U);
  EXPECT_EQ(batch.first_record().value, 7U);
}

TEST(RecordBatch, WidensWithoutMovingWhatIsThere) {
  RecordBatch batch;
  batch.reset(1, RecordIndex(0));
  const std::string_view one[] = {"a"};
  batch.append(one, {});
  batch.append(one, {});
  batch.widen(3);
  EXPECT_EQ(batch.columns(), 3U);
  EXPECT_EQ(batch.field(1, 0), "a");
  EXPECT_EQ(batch.field(1, 2), "");
}

TEST(RecordBatch, KeepsTextsWhereTheyAre) {
  RecordBatch batch;
  batch.reset(1, RecordIndex(0));
  const std::string_view first = batch.keep("first");
  for (int i = 0; i < 1000; ++i) (void)batch.keep("more " + std::to_string(i));
  EXPECT_EQ(first, "first");
}

}  // namespace
}  // namespace sidik::table
