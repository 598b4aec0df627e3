#include "origin/copy_exclusion.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>

namespace sidik::origin {
namespace {

/// The slow twin: terms one by one by their quotients.
double upper_twin(int n, double p, int k) {
  double term = std::pow(1 - p, n);
  double sum = 0;
  for (int i = 0; i <= n; ++i) {
    if (i >= k) sum += term;
    term *= static_cast<double>(n - i) / (i + 1) * p / (1 - p);
  }
  return sum;
}

TEST(BinomialTails, AreTheSumsOfTheirTerms) {
  for (const int n : {1, 7, 40, 300}) {
    for (const double p : {0.01, 0.3, 0.9}) {
      for (int k = 0; k <= n; k += 1 + n / 9) {
        const auto trials = static_cast<std::uint64_t>(n);
        const auto successes = static_cast<std::uint64_t>(k);
        EXPECT_NEAR(binomial_upper(trials, p, successes), upper_twin(n, p, k), 1e-9) << n << ' ' << p << ' ' << k;
        EXPECT_NEAR(binomial_lower(trials, p, successes), 1 - upper_twin(n, p, k + 1), 1e-9);
      }
    }
  }
}

/// Copies that hold a row with the chance `share`, but `sources`, from which the leak was drawn in turn.
ExplainedRows leak_of(const std::vector<std::size_t>& sources, double share, unsigned seed) {
  constexpr std::size_t kCopies = 12;
  constexpr std::size_t kRows = 600;
  std::mt19937 chance(seed);
  std::bernoulli_distribution held(share);
  ExplainedRows rows(kCopies, kRows);
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t c = 0; c < kCopies; ++c) {
      if (held(chance)) rows.set(c, r);
    }
    rows.set(sources[r % sources.size()], r);
  }
  return rows;
}

TEST(CopyExclusion, LeavesTheOneCopyThatHoldsAll) {
  const auto out = exclude_copies(leak_of({4}, 0.5, 1));
  EXPECT_EQ(out.possible, (std::vector<std::vector<std::size_t>>{{4}}));
  EXPECT_TRUE(out.names());
  EXPECT_EQ(out.against[4], 0U);
  EXPECT_GT(out.against[3], 60U);
  EXPECT_LT(out.wrong.value, 1e-3);
}

TEST(CopyExclusion, FindsTwoAndThreeThatTogetherHoldAllButDoesNotNameThem) {
  const auto two = exclude_copies(leak_of({2, 9}, 0.5, 2));
  EXPECT_EQ(two.possible, (std::vector<std::vector<std::size_t>>{{2, 9}}));
  EXPECT_FALSE(two.names());
  EXPECT_EQ(exclude_copies(leak_of({2, 9, 11}, 0.3, 3)).possible, (std::vector<std::vector<std::size_t>>{{2, 9, 11}}));
}

TEST(CopyExclusion, DoesNotNameOneForWhomTwoOthersCanStand) {
  // Copy 0 holds all; 1 and 2 a half each.
  ExplainedRows rows(3, 400);
  for (std::size_t r = 0; r < 400; ++r) {
    rows.set(0, r);
    rows.set(1 + r % 2, r);
  }
  const auto out = exclude_copies(rows);
  EXPECT_EQ(out.possible, (std::vector<std::vector<std::size_t>>{{0}, {1, 2}}));
  EXPECT_FALSE(out.names());
  // Of the others' copies whole parts are not in the leak: who leaks together leaves none out.
  const std::uint8_t lacks[] = {0, 1, 1};
  EXPECT_TRUE(exclude_copies(rows, lacks).names());
}

TEST(CopyExclusion, NamesNobodyWhereCopiesAreAlike) {
  const auto out = exclude_copies(leak_of({4}, 1, 1));
  EXPECT_EQ(out.possible.size(), 12U);
  EXPECT_FALSE(out.names());
}

TEST(CopyExclusion, NamesNobodyWhoIsNotAmongThem) {
  ExplainedRows rows(5, 200);
  for (std::size_t r = 0; r < 200; ++r) rows.set(r % 5, r);
  EXPECT_TRUE(exclude_copies(rows).possible.empty());
  EXPECT_FALSE(exclude_copies(rows).names());
  EXPECT_FALSE(exclude_copies(ExplainedRows(3, 0)).names());
}

TEST(CopyExclusion, DoesNotNameByAHandfulOfRows) {
  // Two copies that differ in three rows of 600: chance may make those.
  ExplainedRows rows(2, 600);
  for (std::size_t r = 0; r < 600; ++r) {
    rows.set(0, r);
    if (r >= 3) rows.set(1, r);
  }
  EXPECT_FALSE(exclude_copies(rows).names());
}

/// Counts by sets, for any size.
TEST(CopyExclusion, CountsAsSetsDo) {
  std::mt19937 chance(5);
  ExplainedRows rows(4, 130);
  std::vector<std::set<std::size_t>> twin(4);
  for (int i = 0; i < 150; ++i) {
    const std::size_t copy = chance() % 4;
    const std::size_t row = chance() % 130;
    rows.set(copy, row);
    twin[copy].insert(row);
  }
  const std::size_t pair[] = {1, 3};
  std::set<std::size_t> both = twin[1];
  both.insert(twin[3].begin(), twin[3].end());
  EXPECT_EQ(rows.count(pair), both.size());
  std::set<std::size_t> all;
  for (const auto& each : twin) all.insert(each.begin(), each.end());
  EXPECT_EQ(rows.count_any(), all.size());
}

}  // namespace
}  // namespace sidik::origin
