#include "people/pair_survey.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "people/blocking_plan.hpp"
#include "people/pair_comparer.hpp"
#include "people/rows_for_tests.hpp"

namespace sidik::people {
namespace {

RecordStore store_of(std::size_t records) {
  std::mt19937_64 random(31);
  TestRows rows;
  for (std::size_t r = 0; r < records; ++r) {
    // Two numbers, so that the smaller ones are the more frequent.
    const auto often = std::min(random() % 60, random() % 60);
    rows.push_back(
        {often == 0 ? "" : "town" + std::to_string(often), std::to_string(random() % 9000), std::to_string(r)});
  }
  return store_of_rows({field_for_test("town", FieldKind::text, true), field_for_test("code", FieldKind::digits),
                        field_for_test("row", FieldKind::category)},
                       rows);
}

TEST(PairSurvey, OfFewRecordsIsTheCountOfAllPairs) {
  const RecordStore store = store_of(150);
  const AllPairs all = survey_pairs(store);
  std::vector<std::array<double, kLevels>> levels(3);
  std::map<AgreementPattern, double> in_common;
  PairComparer comparer(store);
  for (RecordNumber left = 0; left < 150; ++left) {
    for (RecordNumber right = left + 1; right < 150; ++right) {
      const AgreementPattern pattern = comparer.compare(left, right);
      for (std::size_t f = 0; f < 3; ++f) ++levels[f][static_cast<std::size_t>(level_in(pattern, f))];
      ++in_common[pattern & 7U];
    }
  }
  EXPECT_EQ(all.pairs, 150 * 149 / 2);
  EXPECT_EQ(all.each_stands_for, 1);
  for (std::size_t f = 0; f < 3; ++f) {
    for (std::size_t l = 0; l < kLevels; ++l) EXPECT_NEAR(all.shares[f][l] * all.pairs, levels[f][l], 1e-6);
  }
  ASSERT_EQ(all.in_common.size(), in_common.size());
  for (const auto& count : all.in_common) EXPECT_EQ(count.pairs, in_common.at(count.pattern));
}

TEST(PairSurvey, OfManyRecordsCountsEqualValuesExactly) {
  const RecordStore store = store_of(kAllWithAll + 1000);
  const AllPairs all = survey_pairs(store);
  const auto records = static_cast<double>(store.records());
  EXPECT_EQ(all.pairs, records * (records - 1) / 2);
  for (std::size_t f = 0; f < 3; ++f) {
    std::map<ValueCode, double> count;
    for (RecordNumber r = 0; r < store.records(); ++r) ++count[store.record(r)[f]];
    double pairs = 0;
    for (const auto& [code, of_it] : count) pairs += code == 0 ? 0 : of_it * (of_it - 1) / 2;
    EXPECT_NEAR(all.shares[f][static_cast<std::size_t>(Level::exact)] * all.pairs, pairs, 1e-3);
    double sum = 0;
    for (const double share : all.shares[f]) sum += share;
    EXPECT_NEAR(sum, 1, 0.01);
  }
}

TEST(PairSurvey, SaysTheSameTwice) {
  const RecordStore store = store_of(kAllWithAll + 10);
  const AllPairs one = survey_pairs(store);
  const AllPairs other = survey_pairs(store);
  EXPECT_EQ(one.shares, other.shares);
  EXPECT_EQ(one.in_common.size(), other.in_common.size());
}

TEST(PairSurvey, OfOneRecordHasNoShares) {
  const AllPairs all = survey_pairs(store_of(1));
  for (const auto& field : all.shares) {
    for (const double share : field) EXPECT_EQ(share, 0);
  }
}

}  // namespace
}  // namespace sidik::people
