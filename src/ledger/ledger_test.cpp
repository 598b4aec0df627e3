#include "ledger/ledger.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace sidik::ledger {
namespace {

Counts sound_counts() {
  Counts counts;
  counts.bytes = {.total = 1500, .header = 100, .records = 1200, .rejected = 150, .blank = 20, .other = 30};
  counts.lines = 16;
  counts.records = 12;
  counts.rejected = 2;
  counts.exact_duplicates = 5;
  counts.distinct_records = 7;
  return counts;
}

std::vector<std::string> names(const std::vector<findings::LedgerStep>& steps) {
  std::vector<std::string> words;
  words.reserve(steps.size());
  for (const auto& step : steps) words.push_back(step.step);
  return words;
}

TEST(Ledger, GivesTheStepsInTheirOrderEachDefined) {
  Counts counts = sound_counts();
  counts.distinct_national_id = 6;
  counts.persons = 5;
  counts.confirmed = 4;
  const auto steps = build_ledger(counts).value();
  EXPECT_EQ(names(steps),
            (std::vector<std::string>{"bytes", "lines", "records_and_rejects", "records", "exact_duplicates",
                                      "distinct_records", "distinct_national_id", "persons", "confirmed"}));
  std::vector<std::uint64_t> numbers;
  for (const auto& step : steps) {
    numbers.push_back(step.count);
    EXPECT_TRUE(step.defined_as.ends_with('.')) << step.step;
  }
  EXPECT_EQ(numbers, (std::vector<std::uint64_t>{1500, 16, 14, 12, 5, 7, 6, 5, 4}));
}

TEST(Ledger, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(build_ledger(sound_counts()).value().back().step, "distinct_records");
}

TEST(Ledger, TakesAnEmptyExamination) { EXPECT_EQ(build_ledger(Counts{}).value().size(), 6U); }

TEST(Ledger, RefusesCountsThatDoNotReconcile) {
  const std::vector<std::function<void(Counts&)>> faults = {
      [](Counts& counts) { ++counts.bytes.total; },
      [](Counts& counts) { --counts.bytes.blank; },
      [](Counts& counts) { ++counts.distinct_records; },
      [](Counts& counts) { --counts.exact_duplicates; },
      [](Counts& counts) { counts.persons = 13; },
      [](Counts& counts) { counts.confirmed = 13; },
      [](Counts& counts) {
        counts.exact_duplicates = 12;
        counts.distinct_records = 0;
      },
  };
  for (const auto& spoil : faults) {
    Counts counts = sound_counts();
    spoil(counts);
    const auto steps = build_ledger(counts);
    ASSERT_FALSE(steps.has_value());
    EXPECT_EQ(steps.error().kind, ErrorKind::bug);
    EXPECT_EQ(steps.error().code, ErrorCode("ledger.not_reconciled"));
  }
}

}  // namespace
}  // namespace sidik::ledger
