#include "casefile/correspondence.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

Event sent(const Json& more = Json::object()) {
  Json data{{"id", "P1"},
            {"kind", "summons"},
            {"party", "custodian"},
            {"to", "board of directors"},
            {"due", "2021-05-21T09:00:00Z"}};
  data.update(more);
  return {4, "2021-05-20T09:00:00Z", "rina", "letter.sent", data};
}

TEST(Correspondence, KeepsALetterWithItsAnswer) {
  Correspondence letters;
  ASSERT_TRUE(letters.apply(sent()));
  ASSERT_NE(letters.letter("P1"), nullptr);
  EXPECT_EQ(letters.letter("P1")->sent, "2021-05-20T09:00:00Z");
  EXPECT_FALSE(letters.letter("P1")->answered);
  ASSERT_TRUE(letters.apply({5,
                             "2021-05-22T09:00:00Z",
                             "rina",
                             "letter.answered",
                             {{"id", "P1"}, {"says", "resembles ours"}, {"when", "2021-05-21T12:00:00Z"}}}));
  EXPECT_EQ(letters.letter("P1")->answered, "2021-05-21T12:00:00Z");
  EXPECT_EQ(letters.letter("P1")->answer, "resembles ours");
}

TEST(Correspondence, WhatIsNoLetterIsRefused) {
  Correspondence letters;
  EXPECT_FALSE(letters.apply(sent({{"kind", "poem"}})));
  EXPECT_FALSE(letters.apply(sent({{"to", ""}})));
  EXPECT_FALSE(letters.apply(sent({{"id", 7}})));
  EXPECT_FALSE(letters.apply({5, "", "rina", "letter.answered", {{"id", "P9"}}}));
  ASSERT_TRUE(letters.apply(sent()));
  EXPECT_FALSE(letters.apply(sent())) << "the same number twice";
  EXPECT_TRUE(Correspondence::is_kind("letter.sent"));
  EXPECT_FALSE(Correspondence::is_kind("link.noticed"));
  EXPECT_TRUE(is_party("host"));
  EXPECT_FALSE(is_party("friend"));
}

}  // namespace
}  // namespace sidik::casefile
