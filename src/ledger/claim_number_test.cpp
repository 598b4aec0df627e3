#include "ledger/claim_number.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace sidik::ledger {
namespace {

TEST(ClaimNumber, ReadsCountsAsPeopleWriteThem) {
  const std::vector<std::pair<std::string, std::uint64_t>> cases = {
      {"1000000", 1000000},
      {"1_000_000", 1000000},
      {"1,000,000", 1000000},
      {"1.000.000", 1000000},
      {"1 000 000", 1000000},
      {"1'000'000", 1000000},
      {"279M", 279000000},
      {"279m", 279000000},
      {"1k", 1000},
      {"1K", 1000},
      {"1.5M", 1500000},
      {"1,5M", 1500000},
      {"0.25M", 250000},
      {"2B", 2000000000},
      {"279 juta", 279000000},
      {"279jt", 279000000},
      {"100rb", 100000},
      {"1.304.401.300", 1304401300},
      {"7", 7},
      {"1,000", 1000},
      {"1.000", 1000},
      {"1000000000000000", 1000000000000000},
  };
  for (const auto& [text, number] : cases) EXPECT_EQ(read_claimed_number(text), number) << text;
}

TEST(ClaimNumber, RefusesWhatIsNoCountOrCanBeReadInTwoWays) {
  for (const char* text : {"",
                           "0",
                           "-1",
                           "+1",
                           "M",
                           "1.234M",
                           "1,000k",
                           "1.0.0",
                           "1,00",
                           "1,000.000",
                           "1,0000",
                           ",000",
                           "1,",
                           "1e6",
                           "0x10",
                           "1.5",
                           "12 34",
                           "1M2",
                           "1000000000000001",
                           "99999999999999999999999",
                           "999999999B",
                           "1.M",
                           "ten",
                           "1,000,00a"}) {
    EXPECT_EQ(read_claimed_number(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace sidik::ledger
