#include "people/blocking_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "people/rows_for_tests.hpp"

namespace sidik::people {
namespace {

constexpr std::size_t kPersons = 3000;

const std::vector<LinkageField>& fields() {
  static const std::vector<LinkageField> kFields = {
      field_for_test("given", FieldKind::name, false, 1), field_for_test("family", FieldKind::name, true, 1),
      field_for_test("born", FieldKind::date), field_for_test("phone", FieldKind::phone, true),
      field_for_test("country", FieldKind::category, true)};
  return kFields;
}

std::string word(std::mt19937_64& random, std::size_t letters) {
  std::string out;
  for (std::size_t i = 0; i < letters; ++i) out += static_cast<char>('a' + random() % 26);
  return out;
}

/// A row a person, and behind them a second row of each in which one field is another.
RecordStore store_of_pairs(std::size_t other_field) {
  std::mt19937_64 random(17);
  std::array<std::string, 300> given;
  std::array<std::string, 500> family;
  for (auto& name : given) name = word(random, 6);
  for (auto& name : family) name = word(random, 7);
  TestRows rows;
  const auto person = [&] {
    const std::string born = std::to_string(1950 + random() % 50) + '-' + std::to_string(10 + random() % 3) + '-' +
                             std::to_string(10 + random() % 18);
    return std::vector<std::string>{given[random() % 300], family[random() % 500], born,
                                    std::to_string(80000000000 + random() % 10000000000), "x"};
  };
  for (std::size_t i = 0; i < kPersons; ++i) rows.push_back(person());
  for (std::size_t i = 0; i < kPersons; ++i) {
    rows.push_back(rows[i]);
    rows.back()[other_field] = person()[other_field];
  }
  return store_of_rows(fields(), rows);
}

double pairs_within(const std::vector<std::uint32_t>& keys) {
  std::map<std::uint32_t, double> records;
  for (const std::uint32_t key : keys) records[key] += key == 0 ? 0 : 1;
  double pairs = 0;
  for (const auto& [key, count] : records) pairs += count * (count - 1) / 2;
  return pairs;
}

TEST(BlockingPlan, ComparesFewRecordsEachWithEach) {
  const RecordStore store = store_of_rows({field_for_test("given", FieldKind::name)}, {{"ana"}, {"budi"}, {""}});
  const auto passes = plan_passes(store, limits_for(store.records()));
  ASSERT_EQ(passes.size(), 1U);
  EXPECT_TRUE(passes[0].parts.empty());
  EXPECT_EQ(keys_of(store, passes[0]), (std::vector<std::uint32_t>{1, 1, 1}));
}

TEST(BlockingPlan, KeepsToItsLimits) {
  const RecordStore store = store_of_pairs(0);
  const BlockingLimits limits{5000, 20000, 6};
  const auto passes = plan_passes(store, limits);
  ASSERT_FALSE(passes.empty());
  EXPECT_LE(passes.size(), limits.passes);
  double sum = 0;
  for (const auto& pass : passes) {
    const double pairs = pairs_within(keys_of(store, pass));
    EXPECT_DOUBLE_EQ(pass.likely_pairs, pairs);  // a store of this size is its own sample
    EXPECT_LE(pairs, limits.pairs_of_pass);
    sum += pairs;
  }
  EXPECT_LE(sum, limits.pairs_of_all);
}

TEST(BlockingPlan, FindsPairsWhicheverFieldIsAnother) {
  for (std::size_t other = 0; other < 4; ++other) {
    const RecordStore store = store_of_pairs(other);
    std::vector<bool> is_found(kPersons, false);
    for (const auto& pass : plan_passes(store, limits_for(store.records()))) {
      const auto keys = keys_of(store, pass);
      for (std::size_t i = 0; i < kPersons; ++i) {
        const RecordNumber one = store.record_of_row()[i];
        const RecordNumber two = store.record_of_row()[i + kPersons];
        is_found[i] = is_found[i] || (keys[one] != 0 && keys[one] == keys[two]);
      }
    }
    EXPECT_EQ(std::ranges::count(is_found, false), 0) << "field " << other;
  }
}

TEST(BlockingPlan, LeavesOutAFieldOfOneValue) {
  const RecordStore store = store_of_pairs(0);
  for (const auto& pass : plan_passes(store, limits_for(store.records()))) {
    for (const auto& part : pass.parts) EXPECT_NE(part.field, 4U);
  }
}

TEST(BlockingPlan, CrossedKeysMeetInEitherOrder) {
  const RecordStore store = store_of_rows(fields(), {{"ana", "lopes"}, {"lopes", "ana"}, {"ana", ""}});
  const BlockingPass crossed{{{0, KeyForm::whole}, {1, KeyForm::whole}}, true, 0};
  const BlockingPass straight{{{0, KeyForm::whole}, {1, KeyForm::whole}}, false, 0};
  EXPECT_EQ(keys_of(store, crossed)[0], keys_of(store, crossed)[1]);
  EXPECT_NE(keys_of(store, straight)[0], keys_of(store, straight)[1]);
  EXPECT_EQ(keys_of(store, crossed)[2], 0U);
}

TEST(BlockingPlan, LimitsGrowWithRecordsAndNotTheirSquare) {
  const auto some = limits_for(10'000'000);
  const auto more = limits_for(20'000'000);
  EXPECT_DOUBLE_EQ(more.pairs_of_all, 2 * some.pairs_of_all);
  EXPECT_DOUBLE_EQ(more.pairs_of_pass, 2 * some.pairs_of_pass);
}

}  // namespace
}  // namespace sidik::people
