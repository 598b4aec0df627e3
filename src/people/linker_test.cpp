#include "people/linker.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "people/candidate_pairs.hpp"
#include "people/evaluation.hpp"
#include "people/households.hpp"
#include "people/invented_people_for_test.hpp"
#include "people/pair_survey.hpp"
#include "people/reliability.hpp"

namespace sidik::people {
namespace {

std::vector<std::uint32_t> persons_of_rows(const RecordStore& store, const Linkage& linkage) {
  std::vector<std::uint32_t> persons;
  for (const RecordNumber record : store.record_of_row()) persons.push_back(linkage.person_of_record[record]);
  return persons;
}

TEST(Linker, FindsTheInventedPersons) {
  const auto people = invent_people(1200, 1);
  const Linkage linkage = link(people.store, {});
  const auto evaluation = evaluate(persons_of_rows(people.store, linkage), people.person_of_row);
  EXPECT_GE(evaluation.pairwise.precision, 0.995);
  EXPECT_GE(evaluation.pairwise.recall, 0.98);
  const Reliability reliability = judge_linkage(linkage);
  EXPECT_LE(reliability.persons.low, people.persons);
  EXPECT_GE(reliability.persons.high, people.persons);
  EXPECT_LT(reliability.persons.high - reliability.persons.low, 0.05 * people.persons);
  EXPECT_GT(linkage.blocking.all, 0.95);
}

TEST(Linker, GivesTheSameWithAnyNumberOfThreads) {
  const auto people = invent_people(1200, 2);
  Context two;
  two.threads = 2;
  EXPECT_EQ(link(people.store, {}).person_of_record, link(people.store, two).person_of_record);
}

TEST(Linker, ManagesNothingAndOne) {
  RecordStore empty;
  EXPECT_EQ(link(empty, {}).persons, 0U);
  RecordStore one;
  add_fields(one);
  Record row{};
  row[0] = one.intern(0, "ani");
  one.add(row);
  EXPECT_EQ(link(one, {}).persons, 1U);
  EXPECT_EQ(judge_linkage(link(one, {})).persons.value, 1);
}

TEST(CandidatePairs, YieldEachPairOnceAndOnlyWhenAPassDoes) {
  const auto people = invent_people(2500, 3);
  CandidatePairs pairs(people.store, plan_passes(people.store, limits_for(people.store.records())));
  ASSERT_GT(pairs.passes().size(), 2U);
  std::vector<std::vector<std::uint32_t>> keys;
  for (const auto& pass : pairs.passes()) keys.push_back(keys_of(people.store, pass));
  std::vector<std::uint64_t> seen;
  Crew crew(1);
  for (std::size_t p = 0; p < pairs.passes().size(); ++p) {
    ASSERT_EQ(pairs.begin_pass(p).not_compared, 0);
    pairs.visit(crew, 1, [&](std::size_t, RecordNumber left, RecordNumber right) {
      ASSERT_LT(left, right);
      seen.push_back(std::uint64_t{left} << 32 | right);
    });
  }
  std::ranges::sort(seen);
  std::vector<std::uint64_t> wanted;
  for (std::uint64_t left = 0; left < people.store.records(); ++left) {
    for (std::uint64_t right = left + 1; right < people.store.records(); ++right) {
      bool is_yielded = false;
      for (const auto& key : keys) is_yielded = is_yielded || (key[left] != 0 && key[left] == key[right]);
      if (is_yielded) wanted.push_back(left << 32 | right);
    }
  }
  EXPECT_EQ(seen, wanted);
}

TEST(CandidatePairs, CountWhatALargeBlockLeavesOut) {
  RecordStore store;
  store.add_field({"town", "contact.city", FieldKind::text, true, false, 2});
  store.add_field({"code", "unknown", FieldKind::text, false, false, 0});
  constexpr std::uint32_t kRecords = 3000;
  for (std::uint32_t r = 0; r < kRecords; ++r) {
    Record row{};
    row[0] = store.intern(0, "bandung");
    row[1] = store.intern(1, "v" + std::to_string(r));
    store.add(row);
  }
  CandidatePairs pairs(store, {BlockingPass{{{0, KeyForm::whole}}, false, 0}});
  const auto& blocks = pairs.begin_pass(0);
  EXPECT_GT(blocks.not_compared, 0);
  EXPECT_EQ(blocks.pairs + blocks.not_compared, kRecords * (kRecords - 1.0) / 2);
}

TEST(BlockingPlan, NeverUsesAColumnOfOneValue) {
  auto people = invent_people(2500, 4);
  RecordStore store;
  add_fields(store);
  store.add_field({"country", "nationality", FieldKind::text, true, false, 0});
  for (std::size_t r = 0; r < people.store.records(); ++r) {
    Record row{};
    for (std::size_t f = 0; f < 5; ++f)
      row[f] = store.intern(f, people.store.text(f, people.store.record(static_cast<RecordNumber>(r))[f]));
    row[5] = store.intern(5, "indonesia");
    store.add(row);
  }
  for (const auto& pass : plan_passes(store, limits_for(store.records()))) {
    for (const auto& part : pass.parts) EXPECT_NE(part.field, 5U);
  }
}

TEST(Households, AreThoseOfOneAddressAndSurname) {
  const auto people = invent_people(300, 5);
  const Linkage linkage = link(people.store, {});
  const Households households = find_households(people.store, linkage);
  EXPECT_NEAR(static_cast<double>(households.count), 100, 6);
  ASSERT_GT(households.households_of.size(), 3U);
  EXPECT_GT(households.households_of[3], 80U);
}

TEST(RecordStore, CollapsesRowsThatAgreeAndAppendsAnother) {
  const auto people = invent_people(100, 6);
  RecordStore twice;
  add_fields(twice);
  twice.append(people.store);
  twice.append(people.store);
  EXPECT_EQ(twice.records(), people.store.records());
  EXPECT_EQ(twice.rows(), 2 * people.store.rows());
  for (RecordNumber r = 0; r < twice.records(); ++r) {
    EXPECT_EQ(twice.copies(r), 2 * people.store.copies(r));
    for (std::size_t f = 0; f < 5; ++f)
      EXPECT_EQ(twice.text(f, twice.record(r)[f]), people.store.text(f, people.store.record(r)[f]));
  }
}

TEST(PairSurvey, CountsEqualValuesExactly) {
  RecordStore store;
  add_fields(store);
  for (int i = 0; i < 4; ++i) {
    Record row{};
    row[0] = store.intern(0, i < 2 ? "ani" : "joko");
    row[4] = store.intern(4, std::to_string(1000 + i));
    store.add(row);
  }
  const AllPairs all = survey_pairs(store);
  EXPECT_EQ(all.pairs, 6);
  EXPECT_NEAR(all.shares[0][static_cast<std::size_t>(Level::exact)], 2.0 / 6, 1e-12);
  EXPECT_NEAR(all.shares[1][static_cast<std::size_t>(Level::missing)], 1, 1e-12);
}

}  // namespace
}  // namespace sidik::people
