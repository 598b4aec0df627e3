#include "people/clusters.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>
#include <utility>

#include <gtest/gtest.h>

namespace sidik::people {
namespace {

using Weights = std::map<std::pair<RecordNumber, RecordNumber>, double>;

PairVerdict judge_by(const Weights& weights, RecordNumber left, RecordNumber right) {
  const auto found = weights.find({std::min(left, right), std::max(left, right)});
  const double bits = found == weights.end() ? -8 : found->second;
  return {bits, bits, false};
}

std::vector<Link> links_of(const Weights& weights) {
  std::vector<Link> links;
  for (const auto& [pair, bits] : weights) links.push_back({pair.first, pair.second, static_cast<float>(bits)});
  return links;
}

/// The same rule with sets in place of rings, every pair judged.
std::vector<std::uint32_t> cluster_slowly(std::size_t records, std::vector<Link> links, const JudgePair& judge) {
  std::ranges::stable_sort(links, [](const Link& a, const Link& b) {
    return std::tuple(-a.bits, a.left, a.right) < std::tuple(-b.bits, b.left, b.right);
  });
  std::vector<std::set<RecordNumber>> sets(records);
  std::vector<std::size_t> of(records);
  for (std::size_t r = 0; r < records; ++r) {
    sets[r].insert(static_cast<RecordNumber>(r));
    of[r] = r;
  }
  for (const Link& link : links) {
    if (link.bits < 0 || of[link.left] == of[link.right]) continue;
    double sum = 0;
    for (const auto left : sets[of[link.left]]) {
      for (const auto right : sets[of[link.right]]) sum += std::clamp(judge(left, right).bits, -8.0, 8.0);
    }
    if (sum < 0) continue;
    const std::size_t gone = of[link.right];
    for (const auto record : sets[gone]) {
      sets[of[link.left]].insert(record);
      of[record] = of[link.left];
    }
    sets[gone].clear();
  }
  std::map<std::size_t, std::uint32_t> numbers;
  std::vector<std::uint32_t> persons;
  for (std::size_t r = 0; r < records; ++r)
    persons.push_back(numbers.try_emplace(of[r], static_cast<std::uint32_t>(numbers.size())).first->second);
  return persons;
}

TEST(Clusters, AChainIsNoPerson) {
  Weights weights;
  for (RecordNumber r = 0; r + 1 < 6; ++r) weights[{r, r + 1}] = 3;
  const auto persons =
      cluster(6, links_of(weights), [&](RecordNumber a, RecordNumber b) { return judge_by(weights, a, b); });
  EXPECT_EQ(persons, (std::vector<std::uint32_t>{0, 0, 1, 1, 2, 2}));
}

TEST(Clusters, WhatContradictsStaysApart) {
  const std::vector<Link> links = {{0, 1, 20}, {1, 2, 20}, {0, 2, 1}};
  const auto persons = cluster(3, links, [](RecordNumber a, RecordNumber b) {
    return PairVerdict{20, 20, std::min(a, b) == 0 && std::max(a, b) == 2};
  });
  EXPECT_EQ(persons, (std::vector<std::uint32_t>{0, 0, 1}));
}

TEST(Clusters, NothingToCompareSpeaksNotAgainst) {
  const std::vector<Link> links = {{0, 1, 4}, {1, 2, 4}};
  const auto judge = [](double evidence) {
    return [evidence](RecordNumber a, RecordNumber b) {
      return a + b == 2 ? PairVerdict{-14, evidence, false} : PairVerdict{4, 18, false};
    };
  };
  EXPECT_EQ(cluster(3, links, judge(0)), (std::vector<std::uint32_t>{0, 0, 0}));
  EXPECT_EQ(cluster(3, links, judge(-7)), (std::vector<std::uint32_t>{0, 0, 1}));
}

TEST(Clusters, EqualTheSlowTwin) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    constexpr std::size_t kRecords = 14;
    Weights weights;
    for (int i = 0; i < 30; ++i) {
      const auto left = static_cast<RecordNumber>(random() % kRecords);
      const auto right = static_cast<RecordNumber>(random() % kRecords);
      if (left != right)
        weights[{std::min(left, right), std::max(left, right)}] = static_cast<double>(random() % 40) - 14;
    }
    const JudgePair judge = [&](RecordNumber a, RecordNumber b) { return judge_by(weights, a, b); };
    // Up to eight records a side every pair is judged, as the slow twin does.
    const auto fast = cluster(kRecords, links_of(weights), judge);
    const auto slow = cluster_slowly(kRecords, links_of(weights), judge);
    std::map<std::uint32_t, int> sizes;
    for (const auto person : slow) ++sizes[person];
    if (std::ranges::max_element(sizes, {}, [](const auto& entry) { return entry.second; })->second > 8) continue;
    ASSERT_EQ(fast, slow) << round;
  }
}

}  // namespace
}  // namespace sidik::people
