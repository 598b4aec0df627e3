#include "people/evaluation.hpp"

#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace sidik::people {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// Every pair and every row, one by one.
Evaluation evaluate_slowly(const Numbers& found, const Numbers& truth) {
  double both = 0;
  double in_found = 0;
  double in_truth = 0;
  Evaluation out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    double own_both = 0;
    double own_found = 0;
    double own_truth = 0;
    for (std::size_t j = 0; j < found.size(); ++j) {
      own_both += found[i] == found[j] && truth[i] == truth[j];
      own_found += found[i] == found[j];
      own_truth += truth[i] == truth[j];
    }
    both += own_both - 1;
    in_found += own_found - 1;
    in_truth += own_truth - 1;
    out.b_cubed.precision += own_both / own_found / static_cast<double>(found.size());
    out.b_cubed.recall += own_both / own_truth / static_cast<double>(found.size());
  }
  out.pairwise.precision = in_found > 0 ? both / in_found : 1;
  out.pairwise.recall = in_truth > 0 ? both / in_truth : 1;
  return out;
}

TEST(Evaluation, EqualsCountingEveryPair) {
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    Numbers found;
    Numbers truth;
    for (int row = 0; row < 60; ++row) {
      truth.push_back(static_cast<std::uint32_t>(random() % 20));
      found.push_back(random() % 4 == 0 ? static_cast<std::uint32_t>(random() % 20) : truth.back());
    }
    const auto fast = evaluate(found, truth);
    const auto slow = evaluate_slowly(found, truth);
    EXPECT_NEAR(fast.pairwise.precision, slow.pairwise.precision, 1e-12);
    EXPECT_NEAR(fast.pairwise.recall, slow.pairwise.recall, 1e-12);
    EXPECT_NEAR(fast.b_cubed.precision, slow.b_cubed.precision, 1e-12);
    EXPECT_NEAR(fast.b_cubed.recall, slow.b_cubed.recall, 1e-12);
  }
}

TEST(Evaluation, IsPerfectForTheTruthAndForNothing) {
  const Numbers truth = {5, 5, 2, 9};
  EXPECT_EQ(evaluate(truth, truth).pairwise.f1, 1);
  EXPECT_EQ(evaluate(truth, truth).true_persons, 3U);
  EXPECT_EQ(evaluate(Numbers{}, Numbers{}).b_cubed.f1, 1);
}

}  // namespace
}  // namespace sidik::people
