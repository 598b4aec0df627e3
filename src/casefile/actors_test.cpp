#include "casefile/actors.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

Event event(const char* kind, Json data) { return {1, "2021-05-20T09:00:00Z", "rina", kind, std::move(data)}; }

TEST(Actors, GathersVenuesPostsAndClaims) {
  Actors actors;
  ASSERT_TRUE(actors.apply(event("actor.seen", {{"handle", "penjual"}, {"venue", "forum"}})));
  ASSERT_TRUE(actors.apply(event("actor.seen", {{"handle", "penjual"}, {"venue", "forum"}, {"role", "reseller"}})));
  ASSERT_TRUE(
      actors.apply(event("actor.posted", {{"handle", "penjual"}, {"venue", "channel"}, {"offers", "a sample"}})));
  ASSERT_TRUE(actors.apply(event(
      "actor.claimed", {{"handle", "penjual"}, {"subject", "persons"}, {"value", 279000000}, {"fact", "persons"}})));
  ASSERT_EQ(actors.actors.size(), 1U);
  const Actor& actor = *actors.actor("penjual");
  EXPECT_EQ(actor.venues, (std::vector<std::string>{"forum", "channel"}));
  EXPECT_EQ(actor.role, "reseller");
  EXPECT_EQ(actor.posts.size(), 1U);
  EXPECT_EQ(actor.claims.front().value, 279000000);
}

TEST(Actors, NobodyPostsOrClaimsBeforeBeingSeen) {
  Actors actors;
  EXPECT_FALSE(actors.apply(event("actor.posted", {{"handle", "x"}})));
  EXPECT_FALSE(actors.apply(event("actor.seen", Json::object())));
  ASSERT_TRUE(actors.apply(event("actor.seen", {{"handle", "x"}})));
  EXPECT_FALSE(actors.apply(event("actor.claimed", {{"handle", "x"}, {"value", 1}})));
  EXPECT_FALSE(actors.apply(event("actor.claimed", {{"handle", "x"}, {"subject", "s"}, {"value", Json::array()}})));
}

}  // namespace
}  // namespace sidik::casefile
