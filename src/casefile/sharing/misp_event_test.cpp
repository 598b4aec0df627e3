#include "casefile/sharing/misp_event.hpp"

#include <gtest/gtest.h>

#include "casefile/sharing/view_for_test.hpp"

namespace sidik::casefile {
namespace {

TEST(MispEvent, IsForNobodyElseUntilSomebodyDecides) {
  const Json event = misp_event(SharedCase::of(view_for_test()))["Event"];
  EXPECT_EQ(event["distribution"], "0");
  EXPECT_EQ(event["published"], false);
  EXPECT_EQ(event["date"], "2021-05-20");
  EXPECT_EQ(event["Object"].size(), 2U) << "a file and a link";
  for (const Json& attribute : event["Attribute"]) EXPECT_EQ(attribute["to_ids"], false);
}

}  // namespace
}  // namespace sidik::casefile
