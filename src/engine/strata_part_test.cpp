#include "engine/strata_part.hpp"

#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "engine/signature_trail.hpp"

namespace sidik::engine {
namespace {

using Pairs = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

Pairs pairs_of(const PersonRows& rows) {
  Pairs out;
  rows.for_each([&](std::uint64_t record, std::uint64_t row) { out.emplace_back(record, row); });
  return out;
}

TEST(PersonRows, FollowRecordsThroughTablesThatTakeTurns) {
  PersonRows rows;
  rows.add(0, 10, 2);
  rows.add(2, 12, 1);  // goes on
  rows.add(3, 40, 2);  // another table had its turn
  EXPECT_EQ(pairs_of(rows), (Pairs{{0, 10}, {1, 11}, {2, 12}, {3, 40}, {4, 41}}));
  EXPECT_EQ(rows.records(), 5U);
}

TEST(PersonRows, AreNoneBeforeTheFirstBatch) {
  EXPECT_EQ(PersonRows().records(), 0U);
  EXPECT_TRUE(pairs_of(PersonRows()).empty());
}

TEST(SignatureTrail, GivesEachRecordItsNumberWhereverTheLanePickedUp) {
  SignatureTrail trail;
  const std::uint32_t first[] = {7, 8};
  const std::uint32_t second[] = {9};
  trail.add(0, first);
  trail.add(2, second);
  trail.add(100, first);
  Pairs seen;
  trail.for_each([&](std::uint64_t record, std::uint32_t number) { seen.emplace_back(record, number); });
  EXPECT_EQ(seen, (Pairs{{0, 7}, {1, 8}, {2, 9}, {100, 7}, {101, 8}}));
}

TEST(NumberStrata, CountsFromOneAndSharesAllRecords) {
  std::vector<findings::Stratum> strata(3);
  strata[0].records = 60;
  strata[1].records = 30;
  strata[2].records = 10;
  number_strata(strata);
  EXPECT_EQ(strata[0].id, "1");
  EXPECT_EQ(strata[2].id, "3");
  EXPECT_DOUBLE_EQ(strata[1].share, 0.3);
  std::vector<findings::Stratum> none(1);
  number_strata(none);
  EXPECT_DOUBLE_EQ(none[0].share, 0);
}

TEST(StratumOf, PutsSignaturesThatWereNotKeptWithTheLargest) {
  const std::uint32_t strata[] = {2, 1};
  EXPECT_EQ(origin::stratum_of(strata, 0), 2U);
  EXPECT_EQ(origin::stratum_of(strata, 1), 1U);
  EXPECT_EQ(origin::stratum_of(strata, origin::SignatureTable::kNotKept), 0U);
}

}  // namespace
}  // namespace sidik::engine
