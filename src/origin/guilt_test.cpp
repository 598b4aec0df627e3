#include "origin/guilt.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sidik::origin {
namespace {

double guilt(const std::vector<HeldObjects>& held, double p) {
  return 1 - std::pow(10.0, log10_innocence(held, Probability(p)));
}

/// The product as the paper writes it, object by object.
double guilt_twin(const std::vector<HeldObjects>& held, double p) {
  double innocent = 1;
  for (const auto& each : held) {
    for (std::uint64_t object = 0; object < each.objects; ++object) innocent *= 1 - (1 - p) / each.holders;
  }
  return 1 - innocent;
}

TEST(Guilt, IsTheProductOfThePaper) {
  for (const double p : {0.0001, 0.1, 0.5, 0.9}) {
    for (const std::vector<HeldObjects>& held :
         {std::vector<HeldObjects>{{1, 1}}, {{2, 3}}, {{1, 2}, {20, 30}}, {{3, 1}, {7, 5}}})
      EXPECT_NEAR(guilt(held, p), guilt_twin(held, p), 1e-9) << p;
  }
}

TEST(Guilt, IsNoneForWhoHoldsNothingOfTheLeak) { EXPECT_EQ(guilt({}, 0.5), 0); }

TEST(Guilt, IsNoneWhenEverythingCanBeGotElsewhere) { EXPECT_NEAR(guilt({{1, 100}}, 1), 0, 1e-12); }

TEST(Guilt, SaturatesWhereMuchIsShared) { EXPECT_GT(guilt({{20, 1000}}, 0.5), 0.999999); }

}  // namespace
}  // namespace sidik::origin
