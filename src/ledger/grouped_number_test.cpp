#include "ledger/grouped_number.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sidik::ledger {
namespace {

TEST(GroupedNumber, SetsACommaEveryThreeDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(100002), "100,002");
  EXPECT_EQ(grouped(1000003), "1,000,003");
  EXPECT_EQ(grouped(std::numeric_limits<std::uint64_t>::max()), "18,446,744,073,709,551,615");
}

}  // namespace
}  // namespace sidik::ledger
