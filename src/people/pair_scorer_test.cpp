#include "people/pair_scorer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "people/rows_for_tests.hpp"

namespace sidik::people {
namespace {

constexpr auto kExact = static_cast<std::size_t>(Level::exact);
constexpr auto kDifferent = static_cast<std::size_t>(Level::different);

/// Agreement gives `bits`, disagreement takes as many.
FieldModel field_of(double bits) {
  FieldModel field;
  for (auto* levels : {&field.m, &field.u, &field.kin}) levels->fill(1);
  field.m[kExact] = std::exp2(bits);
  field.m[kDifferent] = std::exp2(-bits);
  return field;
}

MatchModel model_of(std::size_t fields, double bits, double prior) {
  MatchModel model;
  model.fields.assign(fields, field_of(bits));
  model.is_shared.assign(fields, false);
  model.log2_prior = prior;
  model.cap.fill(prior);
  return model;
}

std::vector<std::uint32_t> each_by_itself(const RecordStore& store) {
  std::vector<std::uint32_t> persons(store.records());
  std::iota(persons.begin(), persons.end(), 0U);
  return persons;
}

TEST(PairScorer, AddsUpTheBitsOfItsFields) {
  const RecordStore store =
      store_of_rows({field_for_test("one", FieldKind::category), field_for_test("two", FieldKind::category),
                     field_for_test("three", FieldKind::category)},
                    {{"a", "p", "x"}, {"a", "q", ""}, {"b", "p", "x"}, {"b", "q", "y"}});
  const MatchModel model = model_of(3, 4, -6);
  const TermFrequency frequency(store, each_by_itself(store));
  PairScorer scorer(store, model, frequency);
  const auto rarity = [&](std::size_t f, RecordNumber r) {
    const ValueCode code = store.record(r)[f];
    return frequency.bits(f, Level::exact, code, code);
  };
  EXPECT_NEAR(scorer.bits(0, 1), -6 + 4 - 4 + rarity(0, 0), 1e-9);  // the third is missing and says nothing
  EXPECT_NEAR(scorer.bits(0, 2), -6 - 4 + 4 + rarity(1, 0) + 4 + rarity(2, 0), 1e-9);
  EXPECT_NEAR(scorer.bits(0, 2), scorer.judge(2, 0).bits, 1e-9);
}

TEST(PairScorer, RareValuesInCommonWeighMoreThanFrequentOnes) {
  TestRows rows = {{"rare", "1"}, {"rare", "2"}};
  for (int r = 3; r < 40; ++r) rows.push_back({"frequent", std::to_string(r)});
  const RecordStore store =
      store_of_rows({field_for_test("name", FieldKind::category), field_for_test("row", FieldKind::category)}, rows);
  const MatchModel model = model_of(2, 4, -6);
  const TermFrequency frequency(store, each_by_itself(store));
  PairScorer scorer(store, model, frequency);
  EXPECT_GT(scorer.bits(0, 1), scorer.bits(2, 3) + 3);
}

TEST(PairScorer, AnotherIdentifierContradictsOnlyWithAnotherBirthDateOrSex) {
  auto identifier = field_for_test("identifier", FieldKind::category);
  identifier.proves = true;
  auto born = field_for_test("born", FieldKind::category);
  born.meaning = "birth.date";
  const RecordStore store =
      store_of_rows({identifier, born}, {{"1", "a"}, {"2", "a"}, {"2", "b"}, {"1", "b"}, {"", "b"}});
  const MatchModel model = model_of(2, 4, -6);
  const TermFrequency frequency(store, each_by_itself(store));
  PairScorer scorer(store, model, frequency);
  EXPECT_FALSE(scorer.judge(0, 1).contradicts);  // the same birth date
  EXPECT_TRUE(scorer.judge(0, 2).contradicts);
  EXPECT_FALSE(scorer.judge(0, 3).contradicts);  // the same identifier
  EXPECT_FALSE(scorer.judge(0, 4).contradicts);  // no identifier
}

}  // namespace
}  // namespace sidik::people
