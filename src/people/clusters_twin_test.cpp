#include "people/clusters_twin.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sidik::people {
namespace {

/// What is thought of every two of some records: whole bits, so that sums do not depend on their order.
struct Opinions {
  Opinions(std::mt19937_64& random, std::size_t count) : records(count), verdicts(count * count) {
    for (std::size_t left = 0; left < count; ++left) {
      for (std::size_t right = left + 1; right < count; ++right) {
        const PairVerdict verdict{static_cast<double>(random() % 25) - 12, random() % 8 == 0,
                                  -static_cast<double>(random() % 10)};
        verdicts[left * count + right] = verdicts[right * count + left] = verdict;
        if (random() % 4 != 0) links.push_back({RecordNumber(left), RecordNumber(right), float(verdict.bits)});
      }
    }
    std::ranges::shuffle(links, random);
  }
  [[nodiscard]] JudgePair judge() const {
    return [this](RecordNumber left, RecordNumber right) { return verdicts[left * records + right]; };
  }

  std::size_t records;
  std::vector<PairVerdict> verdicts;
  std::vector<Link> links;
};

TEST(Clusters, AgreeWithTheirSlowTwinOnWholeOpinions) {
  std::mt19937_64 random(47);
  for (int round = 0; round < 4000; ++round) {
    const Opinions opinions(random, 1 + random() % 9);
    const auto judge = opinions.judge();
    const auto persons = cluster(opinions.records, opinions.links, judge);
    ASSERT_EQ(persons, ClustersSlowly(opinions.records, opinions.links, judge).persons());
    for (std::size_t left = 0; left < opinions.records; ++left) {
      for (std::size_t right = left + 1; right < opinions.records; ++right) {
        const bool contradicts = opinions.verdicts[left * opinions.records + right].contradicts;
        ASSERT_FALSE(contradicts && persons[left] == persons[right]);
      }
    }
  }
}

TEST(Clusters, GiveEveryRecordANumberInTheOrderOfFirstRecords) {
  std::mt19937_64 random(53);
  for (int round = 0; round < 50; ++round) {
    const Opinions opinions(random, 60);
    const auto persons = cluster(opinions.records, opinions.links, opinions.judge());
    ASSERT_EQ(persons.size(), opinions.records);
    std::uint32_t next = 0;
    for (const std::uint32_t person : persons) {
      ASSERT_LE(person, next);
      if (person == next) ++next;
    }
  }
}

TEST(Clusters, AskNoMoreThanTheyPromiseAboutAMerger) {
  constexpr std::size_t kRecords = 400;
  std::vector<Link> links;
  for (RecordNumber r = 1; r < kRecords; ++r) links.push_back({0, r, 5});
  std::size_t asked = 0;
  const auto persons = cluster(kRecords, links, [&](RecordNumber, RecordNumber) {
    ++asked;
    return PairVerdict{5, false};
  });
  EXPECT_EQ(persons, std::vector<std::uint32_t>(kRecords, 0));
  EXPECT_LE(asked, kMostJudged * (kRecords - 1));
}

}  // namespace
}  // namespace sidik::people
