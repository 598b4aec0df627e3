#include "people/expectation.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace sidik::people {
namespace {

constexpr std::size_t kFields = 3;

/// Fields that nobody shares, so that the model is the plain one of Fellegi and Sunter.
std::vector<LinkageField> plain_fields() {
  return std::vector<LinkageField>(kFields, LinkageField{"code", "unknown", FieldKind::text, false, false, 0});
}

struct Invented {
  std::vector<AgreementPattern> pairs;
  double matches = 0;
};

Invented draw_pairs(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  Invented out;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_match = random() % 20 == 0;
    out.matches += is_match;
    AgreementPattern pattern = 0;
    for (std::size_t f = 0; f < kFields; ++f) {
      const bool agrees = random() % 100 < (is_match ? 90U : 3U);
      pattern |= static_cast<AgreementPattern>(agrees ? Level::exact : Level::different) << (3 * f);
    }
    out.pairs.push_back(pattern);
  }
  return out;
}

AllPairs survey(const std::vector<AgreementPattern>& pairs) {
  AllPairs all;
  all.pairs = static_cast<double>(pairs.size());
  all.shares.assign(kFields, {});
  for (const auto pattern : pairs) {
    for (std::size_t f = 0; f < kFields; ++f) all.shares[f][pattern >> (3 * f) & 7U] += 1 / all.pairs;
  }
  all.in_common = {{0, all.pairs}};
  return all;
}

std::vector<PatternCount> one_by_one(const std::vector<AgreementPattern>& pairs) {
  std::vector<PatternCount> out;
  for (const auto pattern : pairs) out.push_back({pattern, 1});
  return out;
}

std::vector<PatternCount> counted(const std::vector<AgreementPattern>& pairs) {
  std::vector<PatternCount> out;
  for (const auto pattern : pairs) {
    const auto found = std::ranges::find(out, pattern, &PatternCount::pattern);
    if (found == out.end())
      out.push_back({pattern, 1});
    else
      ++found->pairs;
  }
  return out;
}

TEST(Expectation, FindsTheProbabilitiesThatWerePlanted) {
  const auto invented = draw_pairs(1, 40000);
  const auto training = train(counted(invented.pairs), plain_fields(), survey(invented.pairs));
  EXPECT_NEAR(training.matches / invented.matches, 1, 0.1);
  for (const auto& field : training.model.fields) {
    EXPECT_NEAR(field.m[static_cast<std::size_t>(Level::exact)], 0.90, 0.03);
    EXPECT_NEAR(field.u[static_cast<std::size_t>(Level::exact)], 0.03, 0.01);
  }
}

TEST(Expectation, OverPatternsEqualsOverPairs) {
  const auto invented = draw_pairs(2, 5000);
  const auto all = survey(invented.pairs);
  const auto fast = train(counted(invented.pairs), plain_fields(), all);
  const auto slow = train(one_by_one(invented.pairs), plain_fields(), all);
  EXPECT_EQ(fast.rounds, slow.rounds);
  for (std::size_t f = 0; f < kFields; ++f) {
    for (std::size_t l = 1; l < kLevels; ++l) {
      EXPECT_NEAR(fast.model.fields[f].m[l], slow.model.fields[f].m[l], 1e-9);
      EXPECT_NEAR(fast.model.fields[f].u[l], slow.model.fields[f].u[l], 1e-9);
    }
  }
}

TEST(Expectation, StaysFiniteWithoutPairs) {
  AllPairs all;
  all.pairs = 1;
  all.shares.assign(kFields, {});
  all.smallest_share = 0.5;
  const auto training = train({}, plain_fields(), all);
  for (const auto& field : training.model.fields) {
    for (std::size_t l = 1; l < kLevels; ++l) EXPECT_TRUE(std::isfinite(field.bits(static_cast<Level>(l))));
  }
}

}  // namespace
}  // namespace sidik::people
