#include "origin/row_sample.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace sidik::origin {
namespace {

std::array<std::string, 2> fields_of(std::uint64_t record) {
  return {std::to_string(record), std::string(record % 7, 'x')};
}

void add(RowSample& sample, std::uint64_t record, std::uint32_t signature = 0) {
  const auto fields = fields_of(record);
  const std::array<std::string_view, 2> views{fields[0], fields[1]};
  sample.add(record, signature, views);
}

TEST(RowSample, KeepsEveryRowOfASmallTableAsItIs) {
  RowSample sample;
  for (std::uint64_t record = 0; record < 100; ++record) add(sample, record, 3);
  const auto rows = sample.sorted();
  ASSERT_EQ(rows.size(), 100U);
  for (std::uint64_t record = 0; record < 100; ++record) {
    EXPECT_EQ(rows[record]->field(0), fields_of(record)[0]);
    EXPECT_EQ(rows[record]->field(1), fields_of(record)[1]);
    EXPECT_EQ(rows[record]->field(2), "");
    EXPECT_EQ(rows[record]->signature, 3U);
  }
}

TEST(RowSample, KeepsTheSameRowsInWhateverPartsTheyCome) {
  constexpr std::uint64_t kRecords = 100000;
  RowSample whole;
  RowSample left;
  RowSample right;
  for (std::uint64_t record = 0; record < kRecords; ++record) {
    add(whole, record);
    add(record % 3 == 0 ? left : right, record);
  }
  const std::array<std::uint32_t, 1> renumber{0};
  right.merge(left, renumber);
  const auto expected = whole.sorted();
  const auto merged = right.sorted();
  EXPECT_GT(expected.size(), RowSample::kMost / 4);
  ASSERT_EQ(merged.size(), expected.size());
  for (std::size_t i = 0; i < merged.size(); ++i) EXPECT_EQ(merged[i]->record, expected[i]->record);
}

TEST(RowSample, IsBoundedInBytesAndShortensLongFields) {
  RowSample sample;
  const std::string field(5000, 'x');
  const std::vector<std::string_view> fields(200, field);
  for (std::uint64_t record = 0; record < 2000; ++record) sample.add(record, 0, fields);
  std::size_t bytes = 0;
  for (const auto* row : sample.sorted()) bytes += row->text.size();
  EXPECT_LE(bytes, RowSample::kMostBytes);
  EXPECT_GT(bytes, 0U);
  EXPECT_EQ(sample.sorted().front()->field(7).size(), RowSample::kMostFieldBytes);
}

TEST(RowSample, CallsSignaturesAsTheOtherDoesWhenMerged) {
  RowSample one;
  RowSample other;
  add(one, 1, 0);
  add(other, 2, 0);
  const std::array<std::uint32_t, 1> renumber{5};
  one.merge(other, renumber);
  ASSERT_EQ(one.sorted().size(), 2U);
  EXPECT_EQ(one.sorted()[1]->signature, 5U);
}

}  // namespace
}  // namespace sidik::origin
