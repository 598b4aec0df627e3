#include "people/term_frequency.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "people/rows_for_tests.hpp"

namespace sidik::people {
namespace {

std::vector<std::uint32_t> each_by_itself(std::size_t records) {
  std::vector<std::uint32_t> persons(records);
  std::iota(persons.begin(), persons.end(), 0U);
  return persons;
}

/// `count` records with the value, made distinct by their second field.
void add(TestRows& rows, const std::string& value, int count) {
  for (int i = 0; i < count; ++i) rows.push_back({value, std::to_string(rows.size())});
}

std::vector<LinkageField> fields() {
  return {field_for_test("name", FieldKind::name), field_for_test("row", FieldKind::category)};
}

TEST(TermFrequency, IsOneBitLessForTwiceAsFrequentAValue) {
  TestRows rows;
  add(rows, "ana", 4);
  add(rows, "budi", 8);
  const RecordStore store = store_of_rows(fields(), rows);
  const TermFrequency frequency(store, each_by_itself(store.records()));
  const double ana = frequency.bits(0, Level::exact, 1, 1);
  const double budi = frequency.bits(0, Level::exact, 2, 2);
  EXPECT_NEAR(ana - budi, 1, 1e-6);
  // By definition: log2 of the mean chance of agreement, (4^2 + 8^2) / 12^2, over that of the value, 4 / 12.
  EXPECT_NEAR(ana, std::log2((16.0 + 64.0) / 144.0 / (4.0 / 12.0)), 1e-6);
}

TEST(TermFrequency, CountsAPersonOnce) {
  TestRows rows;
  add(rows, "ana", 6);
  add(rows, "budi", 2);
  const RecordStore store = store_of_rows(fields(), rows);
  const std::vector<std::uint32_t> persons = {0, 0, 0, 1, 1, 1, 2, 3};  // two have each name
  const TermFrequency frequency(store, persons);
  EXPECT_NEAR(frequency.bits(0, Level::exact, 1, 1), frequency.bits(0, Level::exact, 2, 2), 1e-6);
}

TEST(TermFrequency, OfTwoWritingsTakesTheMoreFrequent) {
  TestRows rows;
  add(rows, "ana", 9);
  add(rows, "anna", 1);
  const RecordStore store = store_of_rows(fields(), rows);
  const TermFrequency frequency(store, each_by_itself(store.records()));
  const double ana = frequency.bits(0, Level::exact, 1, 1);
  EXPECT_DOUBLE_EQ(frequency.bits(0, Level::near, 1, 2), ana);
  EXPECT_DOUBLE_EQ(frequency.bits(0, Level::near, 2, 1), ana);
  EXPECT_DOUBLE_EQ(frequency.bits(0, Level::close, 1, 2), ana / 2);
  for (const Level level : {Level::missing, Level::similar, Level::weak, Level::crossed, Level::different})
    EXPECT_EQ(frequency.bits(0, level, 1, 2), 0);
}

TEST(TermFrequency, GoesNoFurtherThanEightBits) {
  TestRows rows;
  add(rows, "ana", 5000);
  add(rows, "budi", 1);
  const RecordStore store = store_of_rows(fields(), rows);
  const TermFrequency frequency(store, each_by_itself(store.records()));
  EXPECT_EQ(frequency.bits(0, Level::exact, 2, 2), 8);
}

}  // namespace
}  // namespace sidik::people
