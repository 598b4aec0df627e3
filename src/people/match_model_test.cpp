#include "people/match_model.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sidik::people {
namespace {

FieldModel field_of(double m_exact, double u_exact, double kin_exact) {
  FieldModel field;
  field.m.fill(1e-3);
  field.u.fill(1e-3);
  field.kin.fill(1e-3);
  const auto exact = static_cast<std::size_t>(Level::exact);
  field.m[exact] = m_exact;
  field.u[exact] = u_exact;
  field.kin[exact] = kin_exact;
  return field;
}

TEST(FieldModel, WeighsALevelByItsLikelihoodRatio) {
  const FieldModel field = field_of(0.8, 0.1, 0.4);
  EXPECT_DOUBLE_EQ(field.bits(Level::exact), 3);
  EXPECT_DOUBLE_EQ(field.kin_bits(Level::exact), 1);
  EXPECT_EQ(field.bits(Level::missing), 0);
  EXPECT_EQ(field.kin_bits(Level::missing), 0);
}

TEST(FieldModel, NoLevelDecidesAlone) {
  EXPECT_LE(field_of(1, 1e-300, 1e-300).bits(Level::exact), 24);
  EXPECT_GE(field_of(1e-300, 1, 1).kin_bits(Level::exact), -24);
}

TEST(MatchModel, BinsAreInTheOrderOfTheirBits) {
  EXPECT_EQ(MatchModel::bin_of(-1e9), 0U);
  EXPECT_EQ(MatchModel::bin_of(1e9), static_cast<std::size_t>(MatchModel::kBins - 1));
  for (double bits = MatchModel::kLowestBin; bits < MatchModel::kLowestBin + 2 * MatchModel::kBins; bits += 0.25) {
    const std::size_t bin = MatchModel::bin_of(bits);
    ASSERT_LE(MatchModel::least_bits_of(bin), bits);
    ASSERT_GT(MatchModel::least_bits_of(bin) + 2, bits);
  }
}

TEST(MatchModel, TableHasTheRelativesForPersonalFieldsOnly) {
  MatchModel model;
  model.fields = {field_of(0.8, 0.1, 0.4), field_of(0.8, 0.1, 0.4)};
  model.is_shared = {true, false};
  const BitTable table = model.bit_table();
  const auto exact = static_cast<std::size_t>(Level::exact);
  EXPECT_DOUBLE_EQ(table[0][0][exact], 3);
  EXPECT_DOUBLE_EQ(table[1][0][exact], 3);
  EXPECT_DOUBLE_EQ(table[0][1][exact], 3);
  EXPECT_DOUBLE_EQ(table[1][1][exact], 1);
  EXPECT_EQ(table[1][1][static_cast<std::size_t>(Level::missing)], 0);
}

TEST(MatchModel, SharedEvidenceGoesNoFurtherThanItsBin) {
  MatchModel model;
  model.log2_prior = -10;
  model.cap.fill(-1);
  for (const bool is_known : {false, true}) {
    model.is_known.fill(is_known);
    // However rare the shared values are, they never make one person of two.
    for (double rarity = -8; rarity <= 8; ++rarity) EXPECT_LE(model.bits_of_sums(0, 20, 20 + rarity), -1) << is_known;
    EXPECT_DOUBLE_EQ(model.bits_of_sums(5, 20, 20), 4);
  }
  model.is_known.fill(false);
  EXPECT_DOUBLE_EQ(model.bits_of_sums(5, 2, 2), -3);  // below the cap they add up
}

/// With a household of several for every person alone, an address in common says 8 bits, and the prior takes 9.
TEST(MatchModel, RelativesAreWeighedAsSuchBeforeEvenOdds) {
  MatchModel model;
  model.log2_prior = -9;
  EXPECT_TRUE(model.is_kin(10));
  EXPECT_TRUE(model.is_kin(8));
  EXPECT_FALSE(model.is_kin(3));
  model.log2_prior = -2;
  EXPECT_FALSE(model.is_kin(0));  // nothing in common, in a table of few
  EXPECT_TRUE(model.is_kin(0.5));
}

TEST(MatchModel, ProbabilityIsThatOfTheOdds) {
  EXPECT_DOUBLE_EQ(probability_of(0), 0.5);
  EXPECT_DOUBLE_EQ(probability_of(2), 0.8);
  for (const double bits : {0.5, 7.0, 40.0}) EXPECT_NEAR(probability_of(bits) + probability_of(-bits), 1, 1e-12);
  EXPECT_GE(probability_of(-1e9), 0);
  EXPECT_LE(probability_of(1e9), 1);
}

}  // namespace
}  // namespace sidik::people
