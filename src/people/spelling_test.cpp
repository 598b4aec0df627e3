#include "people/spelling.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "pack/pack.hpp"

namespace sidik::people {
namespace {

using Place = pack::SpellingRule::Place;

pack::SpellingRule rule(std::string from, std::string to) {
  pack::SpellingRule out;
  out.from = std::move(from);
  out.to = std::move(to);
  return out;
}

TEST(Spelling, ConditionsHold) {
  pack::SpellingRule at_start = rule("a", "x");
  at_start.at = Place::start;
  EXPECT_EQ(Spelling({at_start}).neutral("abca"), "xbca");
  pack::SpellingRule at_end = rule("a", "x");
  at_end.at = Place::end;
  EXPECT_EQ(Spelling({at_end}).neutral("abca"), "abcx");
  pack::SpellingRule between = rule("a", "x");
  between.after = "b";
  between.before = "c";
  EXPECT_EQ(Spelling({between}).neutral("abaca"), "abxca");
  pack::SpellingRule not_after = rule("j", "y");
  not_after.not_after = "d";
  EXPECT_EQ(Spelling({not_after}).neutral("djaja"), "djaya");
  pack::SpellingRule least = rule("a", "x");
  least.least = 4;
  EXPECT_EQ(Spelling({least}).neutral("aba"), "aba");
  EXPECT_EQ(Spelling({least}).neutral("abab"), "xbxb");
  pack::SpellingRule with = rule("j", "y");
  with.with = {"oe"};
  EXPECT_EQ(Spelling({with}).neutral("jani"), "jani");
  EXPECT_EQ(Spelling({with}).neutral("joe"), "yoe");
}

TEST(Spelling, RulesApplyInTheirOrder) {
  EXPECT_EQ(Spelling({rule("a", "b"), rule("b", "c")}).neutral("ab"), "cc");
  EXPECT_EQ(Spelling({rule("b", "c"), rule("a", "b")}).neutral("ab"), "bc");
}

TEST(Spelling, AgreesWithItsSlowTwin) {
  const std::array<std::string, 1> names{"id"};
  const auto pack = pack::load_pack(names);
  ASSERT_TRUE(pack.has_value());
  const Spelling spelling(pack->name_rules.spelling);
  for (const auto& [token, facts] : pack->name_tokens)
    ASSERT_EQ(spelling.neutral(token), spelling.neutral_slowly(token)) << token;
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string word;
    for (std::size_t length = random() % 12; word.size() < length;) word += "aeioudjtcsnyhkwqvz"[random() % 18];
    ASSERT_EQ(spelling.neutral(word), spelling.neutral_slowly(word)) << word;
  }
}

}  // namespace
}  // namespace sidik::people
