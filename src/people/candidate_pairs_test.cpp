#include "people/candidate_pairs.hpp"

#include <gtest/gtest.h>

#include <map>
#include <mutex>
#include <random>
#include <set>
#include <utility>

#include "people/rows_for_tests.hpp"

namespace sidik::people {
namespace {

using Pair = std::pair<RecordNumber, RecordNumber>;

std::vector<LinkageField> fields() {
  return {field_for_test("given", FieldKind::name), field_for_test("town", FieldKind::text),
          field_for_test("code", FieldKind::digits)};
}

std::vector<BlockingPass> passes() {
  return {{{{0, KeyForm::whole}}, false, 0},
          {{{1, KeyForm::whole}}, false, 0},
          {{{0, KeyForm::sound}, {1, KeyForm::sound}}, false, 0}};
}

/// Records of few values, some of them missing; `code` makes each of them distinct.
RecordStore store_of_blocks(std::size_t records, std::size_t values) {
  std::mt19937_64 random(23);
  TestRows rows;
  const auto value = [&] {
    const std::size_t which = random() % (values + 1);
    return which == 0 ? std::string() : std::string(1, static_cast<char>('a' + which % 26)) + std::to_string(which);
  };
  for (std::size_t r = 0; r < records; ++r) rows.push_back({value(), value(), "code" + std::to_string(r)});
  return store_of_rows(fields(), rows);
}

struct Visited {
  std::map<Pair, int> times;
  double pairs_of_passes = 0;
  double not_compared = 0;
};

Visited visit_all(const RecordStore& store, std::size_t lanes) {
  Visited visited;
  CandidatePairs pairs(store, passes());
  Crew crew(lanes);
  std::mutex mutex;
  for (std::size_t p = 0; p < passes().size(); ++p) {
    const PassBlocks& blocks = pairs.begin_pass(p);
    visited.pairs_of_passes += blocks.pairs;
    visited.not_compared += blocks.not_compared;
    pairs.visit(crew, 1, [&](std::size_t lane, RecordNumber left, RecordNumber right) {
      const std::scoped_lock lock(mutex);
      EXPECT_LT(lane, lanes);
      EXPECT_LT(left, right);
      ++visited.times[{left, right}];
    });
  }
  return visited;
}

std::set<Pair> pairs_that_share_a_key(const RecordStore& store) {
  std::set<Pair> sharing;
  for (const auto& pass : passes()) {
    const auto keys = keys_of(store, pass);
    for (RecordNumber left = 0; left < keys.size(); ++left) {
      for (RecordNumber right = left + 1; right < keys.size(); ++right) {
        if (keys[left] != 0 && keys[left] == keys[right]) sharing.insert({left, right});
      }
    }
  }
  return sharing;
}

TEST(CandidatePairs, VisitEveryPairThatSharesAKeyOnce) {
  const RecordStore store = store_of_blocks(900, 30);
  for (const std::size_t lanes : {1U, 3U}) {
    const Visited visited = visit_all(store, lanes);
    std::set<Pair> seen;
    for (const auto& [pair, times] : visited.times) {
      EXPECT_EQ(times, 1);
      seen.insert(pair);
    }
    EXPECT_EQ(seen, pairs_that_share_a_key(store));
    EXPECT_EQ(visited.not_compared, 0);
  }
}

TEST(CandidatePairs, WithoutAPartAreAllPairs) {
  const RecordStore store = store_of_blocks(100, 3);
  CandidatePairs pairs(store, {BlockingPass{}});
  EXPECT_EQ(pairs.begin_pass(0).pairs, 4950);
  Crew crew(1);
  std::set<Pair> seen;
  pairs.visit(crew, 1, [&](std::size_t, RecordNumber left, RecordNumber right) { seen.insert({left, right}); });
  EXPECT_EQ(seen.size(), 4950U);
}

/// Blocks of some 730 records, of more than the 200,000 pairs that a block may have.
TEST(CandidatePairs, SplitLargeBlocksAndCountWhatIsNotCompared) {
  const RecordStore store = store_of_blocks(2200, 2);
  const Visited visited = visit_all(store, 1);
  EXPECT_GT(visited.not_compared, 0);
  double within_blocks = 0;
  for (const auto& pass : passes()) {
    std::map<std::uint32_t, double> records;
    for (const std::uint32_t key : keys_of(store, pass)) records[key] += key == 0 ? 0 : 1;
    for (const auto& [key, count] : records) within_blocks += count * (count - 1) / 2;
  }
  EXPECT_DOUBLE_EQ(visited.pairs_of_passes + visited.not_compared, within_blocks);
  const auto sharing = pairs_that_share_a_key(store);
  for (const auto& [pair, times] : visited.times) {
    ASSERT_EQ(times, 1);
    ASSERT_TRUE(sharing.contains(pair));
  }
  const auto missed = static_cast<double>(sharing.size() - visited.times.size());
  EXPECT_LE(missed, visited.not_compared);
  EXPECT_GT(missed, 0);
}

TEST(CandidatePairs, OfALargeBlockKeepPairsWithAFurtherValueInCommon) {
  TestRows rows;
  for (int r = 0; r < 2000; ++r) rows.push_back({"ana", "", "code" + std::to_string(r % 1000), r < 1000 ? "a" : "b"});
  auto wider = fields();
  wider.push_back(field_for_test("half", FieldKind::category));
  const RecordStore store = store_of_rows(wider, rows);
  CandidatePairs pairs(store, {{{{0, KeyForm::whole}}, false, 0}});
  EXPECT_GT(pairs.begin_pass(0).not_compared, 0);
  Crew crew(1);
  std::set<Pair> seen;
  pairs.visit(crew, 1, [&](std::size_t, RecordNumber left, RecordNumber right) { seen.insert({left, right}); });
  for (RecordNumber r = 0; r < 1000; ++r) ASSERT_TRUE(seen.contains({r, r + 1000})) << r;
}

TEST(CandidatePairs, OneBlockInSomeIsAPartOfAll) {
  const RecordStore store = store_of_blocks(900, 200);
  CandidatePairs pairs(store, passes());
  Crew crew(1);
  double some = 0;
  const double all = pairs.begin_pass(0).pairs;
  pairs.visit(crew, 4, [&](std::size_t, RecordNumber, RecordNumber) { ++some; });
  EXPECT_GT(some, all / 8);
  EXPECT_LT(some, all / 2);
}

}  // namespace
}  // namespace sidik::people
