#include "pack/letters.hpp"

#include <gtest/gtest.h>

namespace sidik::pack {
namespace {

TEST(Letters, TheProgramHasFiveInTwoLanguages) {
  const auto letters = load_letters();
  ASSERT_TRUE(letters) << letters.error().what;
  EXPECT_EQ(letters->size(), 5U);
  for (const auto& letter : *letters) {
    EXPECT_NE(letter.body.at("id").find("{number}"), std::string::npos) << letter.kind;
    EXPECT_NE(letter.body.at("en").find("{due}"), std::string::npos) << letter.kind;
  }
}

TEST(Letters, WhatLacksALanguageOrStandsTwiceIsRefused) {
  const std::string one =
      "[[letter]]\nkind = \"a\"\nsubject = {en = \"s\", id = \"s\"}\nbody = {en = \"b\", id = \"b\"}\n";
  EXPECT_TRUE(read_letters("t", one));
  EXPECT_FALSE(read_letters("t", one + one));
  EXPECT_FALSE(
      read_letters("t", "[[letter]]\nkind = \"a\"\nsubject = {en = \"s\"}\nbody = {en = \"b\", id = \"b\"}\n"));
  EXPECT_FALSE(read_letters("t", "[[letters]]\nkind = \"a\"\n"));
}

}  // namespace
}  // namespace sidik::pack
