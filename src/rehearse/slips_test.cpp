#include "rehearse/slips.hpp"

#include <set>

#include <gtest/gtest.h>

namespace sidik::rehearse {
namespace {

std::set<std::string> ways(bool (*act)(std::string&, RandomStream&), const std::string& text) {
  std::set<std::string> out;
  for (std::uint64_t i = 0; i < 3000; ++i) {
    RandomStream stream(3, Purpose::retyping, i);
    std::string changed = text;
    const bool says_changed = act(changed, stream);
    EXPECT_EQ(says_changed, changed != text);
    out.insert(changed);
  }
  return out;
}

TEST(Slips, StrikeWordsInEveryWay) {
  const auto found = ways(slip_in_word, "BUDI HARTONO");
  EXPECT_GT(found.size(), 150U);
  for (const char* word : {"BUDIHARTONO", "BUID HARTONO", "BUDI HARTNO", "BUSI HARTONO", "BUDI HARRTONO"})
    EXPECT_TRUE(found.contains(word)) << word;
}

TEST(Slips, StrikeDigitsAndNothingElse) {
  const auto found = ways(slip_in_digits, "0812-345678");
  EXPECT_GT(found.size(), 80U);
  for (const std::string& text : found) EXPECT_EQ(text.find_first_not_of("0123456789-"), std::string::npos) << text;
  EXPECT_EQ(ways(slip_in_digits, "-").size(), 1U);
}

TEST(Slips, SpellAsEarsHear) {
  const auto found = ways(spell_by_ear, "ZAINAL ARIFIN");
  for (const char* word : {"JAINAL ARIFIN", "ZAENAL ARIFIN", "ZAINAL ARIPIN"})
    EXPECT_TRUE(found.contains(word)) << word;
}

TEST(Slips, SpellAsBeforeTheReforms) {
  const auto found = ways(spell_as_before, "SUJONO WIJAYA");
  for (const char* word : {"SOEJONO WIJAYA", "SUDJONO WIDJAJA", "SOEDJONO WIDJAJA"})
    EXPECT_TRUE(found.contains(word)) << word;
  EXPECT_EQ(ways(spell_as_before, "ANTON").size(), 1U);
}

}  // namespace
}  // namespace sidik::rehearse
