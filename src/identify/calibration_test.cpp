#include "identify/calibration.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

pack::Pack two_curves() {
  pack::Pack pack;
  pack.calibration.push_back({"values", 0, {{-1, 0.2}, {1, 0.4}, {3, 0.8}}});
  pack.calibration.push_back({"values", 20, {{0, 0.5}, {2, 0.9}}});
  return pack;
}

TEST(Calibration, ReadsStraightBetweenPointsAndLevelBeyond) {
  const pack::Pack pack = two_curves();
  EXPECT_DOUBLE_EQ(calibrated_confidence(pack, {"values", 5, -9}), 0.2);
  EXPECT_DOUBLE_EQ(calibrated_confidence(pack, {"values", 5, 0}), 0.3);
  EXPECT_DOUBLE_EQ(calibrated_confidence(pack, {"values", 5, 1}), 0.4);
  EXPECT_DOUBLE_EQ(calibrated_confidence(pack, {"values", 5, 2.5}), 0.7);
  EXPECT_DOUBLE_EQ(calibrated_confidence(pack, {"values", 5, 40}), 0.8);
}

TEST(Calibration, TakesTheCurveOfTheLargestSampleThatFits) {
  const pack::Pack pack = two_curves();
  EXPECT_DOUBLE_EQ(calibrated_confidence(pack, {"values", 19, 1}), 0.4);
  EXPECT_DOUBLE_EQ(calibrated_confidence(pack, {"values", 20, 1}), 0.7);
}

TEST(Calibration, FallsBackToTheOddsWithoutACurve) {
  EXPECT_DOUBLE_EQ(calibrated_confidence(two_curves(), {"header", 5, 0}), 0.5);
  EXPECT_LE(calibrated_confidence(two_curves(), {"header", 5, 1000}), 0.999);
}

TEST(Calibration, PackHasACurveForEveryGround) {
  for (const std::string_view ground : {"header", "values", "both", "against", "blind"}) {
    double before = 0;
    for (double score = -5; score < 15; score += 0.25) {
      const double now = calibrated_confidence(test_pack(), {ground, 100, score});
      EXPECT_GE(now, before) << ground << ' ' << score;
      before = now;
    }
    EXPECT_GT(before, 0.5) << ground;
    EXPECT_NE(calibrated_confidence(test_pack(), {ground, 100, 0.123}), 1 / (1 + std::exp(-0.123))) << ground;
  }
}

}  // namespace
}  // namespace sidik::identify
