#include "origin/stamp_sample.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace sidik::origin {
namespace {

void add_for_test(StampSample& sample, std::uint64_t record) {
  for (const std::uint16_t column : {std::uint16_t{2}, std::uint16_t{7}})
    sample.add({record, static_cast<std::uint32_t>(record % 3), column, "2021-05-20 10:00:00"});
}

TEST(StampSample, KeepsAllFieldsOfFewRecords) {
  StampSample sample;
  for (std::uint64_t record = 0; record < 1000; ++record) add_for_test(sample, record);
  ASSERT_EQ(sample.fields().size(), 2000U);
  EXPECT_EQ(sample.fields()[1].text(), "2021-05-20 10:00:00");
  EXPECT_EQ(sample.fields()[1].column, 7);
}

TEST(StampSample, CutsLongFields) {
  StampSample sample;
  sample.add({1, 0, 0, std::string(100, '1')});
  EXPECT_EQ(sample.fields()[0].text(), std::string(StampSample::kMostBytes, '1'));
}

TEST(StampSample, KeepsTheSameRecordsHoweverTheyAreShared) {
  constexpr std::uint64_t kRecords = 400'000;
  StampSample whole, left, right;
  for (std::uint64_t record = 0; record < kRecords; ++record) {
    add_for_test(whole, record);
    add_for_test(record / 1000 % 2 == 0 ? left : right, record);
  }
  EXPECT_LE(whole.fields().size(), StampSample::kMost);
  EXPECT_GE(whole.fields().size(), StampSample::kMost / 4);
  const std::array<std::uint32_t, 3> renumber{10, 11, 12};
  left.merge(right, renumber);
  std::set<std::pair<std::uint64_t, std::uint16_t>> of_whole, of_parts;
  for (const auto& field : whole.fields()) of_whole.emplace(field.record, field.column);
  for (const auto& field : left.fields()) {
    of_parts.emplace(field.record, field.column);
    if (field.record / 1000 % 2 == 1) {
      EXPECT_EQ(field.signature, 10 + field.record % 3);
    }
  }
  EXPECT_EQ(of_whole, of_parts);
}

}  // namespace
}  // namespace sidik::origin
