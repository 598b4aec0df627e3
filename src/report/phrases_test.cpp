#include "report/phrases.hpp"

#include <gtest/gtest.h>

#include <set>

namespace sidik::report {
namespace {

std::set<char> places_of(std::string_view pattern) {
  std::set<char> places;
  for (std::size_t at = 0; at + 2 < pattern.size(); ++at) {
    if (pattern[at] == '{' && pattern[at + 2] == '}') places.insert(pattern[at + 1]);
  }
  return places;
}

TEST(Phrases, SpeakBothLanguagesWithTheSamePlaces) {
  std::set<std::string_view> keys;
  for (const PhraseRow& row : kPhraseTable) {
    EXPECT_TRUE(keys.insert(row.key).second) << row.key << " stands twice";
    EXPECT_FALSE(row.english.empty()) << row.key;
    EXPECT_FALSE(row.indonesian.empty()) << row.key;
    EXPECT_EQ(places_of(row.english), places_of(row.indonesian)) << row.key;
  }
}

TEST(Phrases, AreFoundByAKeyOfTheDocument) {
  EXPECT_EQ(find_phrase("fault.check_digit", Language::english), "check digit wrong");
  EXPECT_EQ(find_phrase("fault.check_digit", Language::indonesian), "angka periksa salah");
  EXPECT_EQ(find_phrase("fault.no_such_fault", Language::english), std::nullopt);
  EXPECT_EQ(phrase("level.very high", Language::indonesian), "sangat tinggi");
}

TEST(Phrases, FillPlacesAndNeverLookIntoParts) {
  EXPECT_EQ(fill("{0} of {1}, {0}", {"a", "b"}), "a of b, a");
  EXPECT_EQ(fill("{0}", {"{1}", "b"}), "{1}");
  EXPECT_EQ(fill("{2} {x} {", {"a"}), "{2} {x} {");
}

}  // namespace
}  // namespace sidik::report
