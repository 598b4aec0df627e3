#include "casefile/event_parts.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

TEST(EventParts, WhatIsMissingOrOfAnotherTypeIsNothing) {
  const Event event{
      3, "2021-05-20T00:00:00Z", "rina", "a.b", {{"text", "x"}, {"number", 7}, {"minus", -7}, {"list", {1}}}};
  EXPECT_EQ(text_part(event, "text"), "x");
  EXPECT_EQ(text_of(event, "text"), "x");
  EXPECT_EQ(number_part(event, "number"), 7U);
  for (const char* part : {"none", "list", "number"}) {
    EXPECT_FALSE(text_part(event, part)) << part;
    EXPECT_EQ(text_of(event, part), "") << part;
  }
  for (const char* part : {"none", "list", "minus", "text"}) EXPECT_FALSE(number_part(event, part)) << part;
  EXPECT_NE(malformed(event, "id").error().what.find("event 3 (a.b) has no proper id"), std::string::npos);
}

}  // namespace
}  // namespace sidik::casefile
