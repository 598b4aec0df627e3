#include "table/reject.hpp"

#include <set>

#include <gtest/gtest.h>

namespace sidik::table {
namespace {

TEST(Reject, HasItsOwnWordForEachReason) {
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < kRejectReasons; ++i) words.insert(reason_name(static_cast<RejectReason>(i)));
  EXPECT_EQ(words.size(), kRejectReasons);
  EXPECT_FALSE(words.contains("unknown"));
}

}  // namespace
}  // namespace sidik::table
