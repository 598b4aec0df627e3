#include "ledger/tool_limits.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sidik::ledger {
namespace {

TEST(ToolLimits, AreNoticedInEveryCount) {
  const std::vector<TableSizes> at_limit = {
      {.records = 65535, .rejected = 0, .lines = 65536, .header = true},
      {.records = 65536, .rejected = 0, .lines = 65537, .header = true},
      {.records = 65536, .rejected = 0, .lines = 65536, .header = false},
      {.records = 65534, .rejected = 0, .lines = 65535, .header = true},
      {.records = 100000, .rejected = 0, .lines = 100001, .header = true},
      {.records = 1000000, .rejected = 3, .lines = 1000005, .header = true},
      {.records = 999961, .rejected = 39, .lines = 1000003, .header = true},
      {.records = 999000, .rejected = 2, .lines = 1000000, .header = true},
      {.records = 1048575, .rejected = 0, .lines = 1048576, .header = true},
      {.records = 1048576, .rejected = 0, .lines = 1048576, .header = false},
      {.records = 1048570, .rejected = 5, .lines = 1100000, .header = true},
  };
  for (const TableSizes& sizes : at_limit)
    EXPECT_TRUE(at_tool_limit("t", sizes)) << sizes.records << ' ' << sizes.lines;
}

TEST(ToolLimits, AreNotSeenWhereThereAreNone) {
  const std::vector<TableSizes> free = {
      {},
      {.records = 100002, .rejected = 0, .lines = 100003, .header = true},
      {.records = 65537, .rejected = 0, .lines = 65538, .header = true},
      {.records = 999997, .rejected = 1, .lines = 999999, .header = true},
      {.records = 1048577, .rejected = 0, .lines = 1048578, .header = true},
  };
  for (const TableSizes& sizes : free) EXPECT_FALSE(at_tool_limit("t", sizes)) << sizes.records << ' ' << sizes.lines;
}

TEST(ToolLimits, AreSaidWithTheCountThatStandsThere) {
  const auto says = at_tool_limit("dump.csv", {.records = 999961, .rejected = 39, .lines = 1000003, .header = true});
  ASSERT_TRUE(says);
  EXPECT_NE(says->find("dump.csv has exactly 1,000,000 records and rejects"), std::string::npos) << *says;
}

}  // namespace
}  // namespace sidik::ledger
