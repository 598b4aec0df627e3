#include "identify/character_mix.hpp"

#include <gtest/gtest.h>

namespace sidik::identify {
namespace {

TEST(CharacterMix, TellsWhichKindsThereAre) {
  const CharacterMix mix = mix_of("aB1! \xC3\xA9");
  EXPECT_TRUE(mix.lower && mix.upper && mix.digit && mix.mark && mix.blank && mix.high);
  const CharacterMix none = mix_of("");
  EXPECT_FALSE(none.lower || none.upper || none.digit || none.mark || none.blank || none.high);
}

TEST(CharacterMix, TellsScrambledFromPlainWords) {
  EXPECT_TRUE(mix_of("paSs").inner_upper);
  EXPECT_FALSE(mix_of("Pass").inner_upper);
  EXPECT_FALSE(mix_of("PASS").inner_upper);
  EXPECT_TRUE(mix_of("p4ss").inner_digit);
  EXPECT_FALSE(mix_of("pass4").inner_digit);
}

TEST(CharacterMix, WritesTheRunsOfAValue) {
  EXPECT_EQ(runs_of("12/T/1999"), "9/A/9");
  EXPECT_EQ(runs_of("abcDE99"), "aA9");
  EXPECT_EQ(runs_of("--"), "-");
  EXPECT_EQ(runs_of(""), "");
}

}  // namespace
}  // namespace sidik::identify
