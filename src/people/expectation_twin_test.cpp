#include "people/expectation_twin.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "people/rows_for_tests.hpp"

namespace sidik::people {
namespace {

using Pair = ExpectationSlowly::Pair;

constexpr FieldKind kKinds[] = {FieldKind::text, FieldKind::category, FieldKind::number, FieldKind::phone};

std::vector<LinkageField> fields_of(std::size_t count) {
  std::vector<LinkageField> fields;
  for (std::size_t f = 0; f < count; ++f) fields.push_back(field_for_test("field", kKinds[f % 4]));
  return fields;
}

/// One pair in `one_in` is one person: it agrees in most fields, the others agree now and then.
std::vector<Pair> planted_pairs(std::mt19937_64& random, std::size_t count, std::size_t fields, std::size_t one_in) {
  std::vector<Pair> pairs;
  for (std::size_t p = 0; p < count; ++p) {
    const bool is_match = p % one_in == 0;
    Pair pair;
    for (std::size_t f = 0; f < fields; ++f) {
      const bool agrees = random() % 100 < (is_match ? 90 : 8 + 4 * f);
      const auto level = agrees ? 1 + random() % 10 / 8 : 7 - random() % 10 / 8;
      pair.push_back(random() % 20 == 0 ? Level::missing : static_cast<Level>(level));
    }
    pairs.push_back(pair);
  }
  std::ranges::shuffle(pairs, random);
  return pairs;
}

void expect_same_model(const Training& trained, const ExpectationSlowly& twin) {
  EXPECT_NEAR(trained.matches, twin.matches, 1e-5 * (1 + twin.matches));
  for (std::size_t f = 0; f < twin.m.size(); ++f) {
    for (std::size_t l = 1; l < kLevels; ++l) {
      EXPECT_NEAR(trained.model.fields[f].m[l], twin.m[f][l], 1e-6) << f << ' ' << l;
      EXPECT_NEAR(trained.model.fields[f].u[l], twin.u[f][l], 1e-6) << f << ' ' << l;
    }
  }
}

TEST(ExpectationTwin, OverPairsGivesWhatPatternsGive) {
  std::mt19937_64 random(59);
  for (int table = 0; table < 30; ++table) {
    const std::size_t fields = 2 + random() % 4;
    const auto pairs = planted_pairs(random, 20 + random() % 2000, fields, 3 + random() % 40);
    const AllPairs all = survey_of(pairs, fields);
    const Training trained = train(patterns_of(pairs), fields_of(fields), all);
    ExpectationSlowly twin(pairs, all);
    for (int round = 0; round < trained.rounds; ++round) twin.round();
    expect_same_model(trained, twin);
  }
}

TEST(ExpectationTwin, NoRoundLowersTheLikelihood) {
  std::mt19937_64 random(61);
  const auto pairs = planted_pairs(random, 3000, 4, 12);
  const AllPairs all = survey_of(pairs, 4);
  ExpectationSlowly twin(pairs, all);
  twin.round();
  double before = twin.objective();
  const double first = before;
  for (int round = 0; round < 60; ++round) {
    twin.round();
    const double now = twin.objective();
    ASSERT_GE(now, before - 1e-9 * std::abs(before)) << "round " << round;
    before = now;
  }
  EXPECT_GT(before, first + 1);
  EXPECT_NEAR(twin.matches, 250, 40);  // as many as were planted
}

TEST(ExpectationTwin, PairsInSmallerCountsAreTheSamePairs) {
  std::mt19937_64 random(67);
  const auto pairs = planted_pairs(random, 800, 3, 10);
  const AllPairs all = survey_of(pairs, 3);
  const auto counts = patterns_of(pairs);
  std::vector<PatternCount> singles;
  for (const auto& [pattern, times] : counts)
    singles.insert(singles.end(), static_cast<std::size_t>(times), {pattern, 1});
  const Training whole = train(counts, fields_of(3), all);
  const Training split = train(singles, fields_of(3), all);
  ASSERT_EQ(whole.rounds, split.rounds);
  EXPECT_NEAR(whole.matches, split.matches, 1e-6);
}

}  // namespace
}  // namespace sidik::people
