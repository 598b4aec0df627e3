#include "casefile/causes.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

Event event(const char* kind, Json data) { return {2, "2021-05-21T00:00:00Z", "rina", kind, std::move(data)}; }

TEST(Causes, AreStatedWeighedAndJudged) {
  Causes causes;
  ASSERT_TRUE(causes.apply(event("cause.stated", {{"id", "C1"},
                                                  {"family", "weak_system"},
                                                  {"says", "an open interface"},
                                                  {"tells_apart", "the log of the interface shows the reads"}})));
  ASSERT_TRUE(causes.apply(event("cause.weighed", {{"id", "C1"}, {"evidence", "E2"}, {"speaks_for", false}})));
  ASSERT_TRUE(causes.apply(event("cause.judged", {{"id", "C1"}, {"status", "excluded"}})));
  const Cause& cause = *causes.cause("C1");
  EXPECT_EQ(cause.status, "excluded");
  ASSERT_EQ(cause.evidence.size(), 1U);
  EXPECT_FALSE(cause.evidence[0].speaks_for);
}

TEST(Causes, WhatIsNoneIsRefused) {
  Causes causes;
  EXPECT_FALSE(causes.apply(event("cause.stated", {{"id", "C1"}, {"family", "bad_luck"}, {"says", "x"}})));
  EXPECT_FALSE(causes.apply(event("cause.stated", {{"id", "C1"}, {"family", "weak_system"}})));
  EXPECT_FALSE(causes.apply(event("cause.judged", {{"id", "C1"}, {"status", "open"}})));
  ASSERT_TRUE(causes.apply(event("cause.stated", {{"id", "C1"}, {"family", "broken_procedure"}, {"says", "x"}})));
  EXPECT_FALSE(causes.apply(event("cause.stated", {{"id", "C1"}, {"family", "broken_procedure"}, {"says", "x"}})));
  EXPECT_FALSE(causes.apply(event("cause.judged", {{"id", "C1"}, {"status", "proven"}})));
  EXPECT_FALSE(causes.apply(event("cause.weighed", {{"id", "C1"}, {"evidence", "E1"}, {"speaks_for", "yes"}})));
}

}  // namespace
}  // namespace sidik::casefile
