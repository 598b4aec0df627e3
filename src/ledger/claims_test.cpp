#include "ledger/claims.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sidik::ledger {
namespace {

TEST(Claims, ReadsSubjectAndNumber) {
  const ClaimedCount sample = parse_claim("sample=1,000,000").value();
  EXPECT_EQ(sample.subject, "sample");
  EXPECT_EQ(sample.claimed, 1000000U);
  EXPECT_EQ(parse_claim("total=279M").value().claimed, 279000000U);
}

TEST(Claims, RefusesAClaimThatIsNotClear) {
  for (const char* text :
       {"", "1000000", "=5", "persons=5", "sample", "sample=", "sample=many", "total=1.234M", "sample==5"}) {
    const auto claim = parse_claim(text);
    ASSERT_FALSE(claim.has_value()) << text;
    EXPECT_EQ(claim.error().kind, ErrorKind::usage);
    EXPECT_EQ(claim.error().code, ErrorCode("ledger.claim_malformed"));
    EXPECT_NE(claim.error().next.find("sample=N"), std::string::npos);
  }
}

struct Case {
  const char* name;
  ClaimedCount claim;
  ClaimCounts counts;
  const char* verdict;
  std::uint64_t found;
  std::vector<const char*> says;
};

TEST(Claims, AreHeldAgainstTheCounts) {
  const std::vector<Case> cases = {
      {"plain",
       {"sample", 1000000},
       {.lines = 1000001, .records = 1000000, .distinct_records = 999990},
       "supported",
       1000000,
       {"1,000,001 lines", "1,000,000 records", "within 0.1 %"}},
      {"0.1 % fewer",
       {"sample", 1000000},
       {.lines = 1000003, .records = 999000, .distinct_records = 999000},
       "supported",
       999000,
       {}},
      {"just beyond 0.1 %",
       {"sample", 1000000},
       {.lines = 1000003, .records = 998999, .distinct_records = 998999},
       "refuted",
       998999,
       {"smaller than claimed"}},
      {"more than claimed",
       {"sample", 1000},
       {.lines = 5001, .records = 5000, .distinct_records = 5000},
       "refuted",
       5000,
       {"larger than claimed"}},
      {"the million of 2021",
       {"sample", 1000000},
       {.lines = 1000003, .records = 999961, .distinct_records = 742000, .distinct_national_id = 100002},
       "refuted",
       742000,
       {"1,000,003 lines", "999,961 records", "100,002 different valid national identifiers",
        "742,000 distinct records refute"}},
      {"the same by national identifiers",
       {"sample", 1000000},
       {.lines = 1000003,
        .records = 1000000,
        .distinct_records = 1000000,
        .distinct_national_id = 100002,
        .records_with_national_id = 990000},
       "refuted",
       100002,
       {"100,002 different valid national identifiers refute"}},
      {"the same by persons",
       {"sample", 1000000},
       {.lines = 1000003, .records = 1000000, .distinct_records = 1000000, .persons = 100002},
       "refuted",
       100002,
       {"100,002 persons refute"}},
      {"cut off",
       {"sample", 1000000},
       {.lines = 500, .records = 499, .distinct_records = 499, .complete = false},
       "not_testable",
       499,
       {"incomplete"}},
      {"empty", {"sample", 1000000}, {}, "refuted", 0, {"smaller"}},
      {"one", {"sample", 1}, {.lines = 1, .records = 1, .distinct_records = 1}, "supported", 1, {}},
      {"a total",
       {"total", 279000000},
       {.lines = 1000003, .records = 1000000, .distinct_records = 742000},
       "not_testable",
       742000,
       {"at least its 742,000 distinct records", "no upper bound"}},
      {"a total that is passed",
       {"total", 1000},
       {.lines = 5000, .records = 5000, .distinct_records = 5000},
       "refuted",
       5000,
       {"more than the 1,000"}},
      {"a total that is all there",
       {"total", 5000},
       {.lines = 5000, .records = 5000, .distinct_records = 5000},
       "supported",
       5000,
       {}},
  };
  for (const Case& one : cases) {
    const findings::Claim claim = test_claim(one.claim, one.counts);
    EXPECT_EQ(claim.subject, one.claim.subject) << one.name;
    EXPECT_EQ(claim.claimed, one.claim.claimed) << one.name;
    EXPECT_EQ(claim.verdict, one.verdict) << one.name;
    EXPECT_EQ(claim.found, one.found) << one.name;
    for (const char* words : one.says)
      EXPECT_NE(claim.says.find(words), std::string::npos) << one.name << ": " << claim.says;
  }
}

}  // namespace
}  // namespace sidik::ledger
