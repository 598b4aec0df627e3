#include "pack/name_rules.hpp"

#include <gtest/gtest.h>

#include <string>

#include "pack/pack_parts.hpp"

namespace sidik::pack {
namespace {

TEST(NameRules, ReadsFoldedWords) {
  Pack pack;
  const Status status = read_name_rules(
      {"n",
       "titles_behind = [\"S.Pd.I\"]\npatronyms = [\"a/l\"]\n"
       "[[same]]\nusual = \"Muhammad\"\nforms = [\"Moh.\", \"I B\"]\nin_front = [\"M\"]\n"
       "[[compound]]\nusual = \"abdul\"\nforms = [\"Abd.\"]\n"
       "[[spelling]]\nfrom = \"oe\"\nto = \"u\"\nat = \"end\"\nafter = \"b\"\nleast = 4\nwith = [\"tj\"]\n"},
      pack);
  ASSERT_TRUE(status.has_value()) << to_line(status.error());
  const NameRules& rules = pack.name_rules;
  EXPECT_TRUE(rules.titles_behind.contains("spdi"));
  EXPECT_TRUE(rules.patronyms.contains("a/l"));
  EXPECT_EQ(rules.same.at("moh"), "muhammad");
  EXPECT_EQ(rules.same.at("i b"), "muhammad");
  EXPECT_EQ(rules.same_in_front.at("m"), "muhammad");
  EXPECT_EQ(rules.compounds.at("abd"), "abdul");
  ASSERT_EQ(rules.spelling.size(), 1U);
  EXPECT_EQ(rules.spelling[0].at, SpellingRule::Place::end);
  EXPECT_EQ(rules.spelling[0].least, 4U);
}

TEST(NameRules, ALaterPackReplacesAForm) {
  Pack pack;
  ASSERT_TRUE(read_name_rules({"a", "[[same]]\nusual = \"muhammad\"\nforms = [\"md\"]\n"}, pack).has_value());
  ASSERT_TRUE(read_name_rules({"b", "[[same]]\nusual = \"made\"\nforms = [\"md\"]\n"}, pack).has_value());
  EXPECT_EQ(pack.name_rules.same.at("md"), "made");
}

TEST(NameRules, RefusesWhatCannotBe) {
  const struct {
    const char* text;
    const char* says;
  } cases[] = {
      {"titles = [\"dr\"]\n", "titles: is no key"},
      {"[[same]]\nforms = [\"a\"]\n", "usual: is missing"},
      {"[[same]]\nusual = \"a b\"\n", "usual: must be one word"},
      {"[[same]]\nusual = \"a\"\nforms = [\"b c d\"]\n", "forms: must be of one or two words"},
      {"[[same]]\nusual = \"a\"\nforms = [\"x\"]\n[[same]]\nusual = \"b\"\nforms = [\"x\"]\n", "gives x to two names"},
      {"[[spelling]]\nfrom = \"\"\nto = \"u\"\n", "from: is empty"},
      {"[[spelling]]\nfrom = \"o\"\nto = \"U\"\n", "to: must be of letters"},
      {"[[spelling]]\nfrom = \"o\"\nto = \"u\"\nat = \"middle\"\n", "at: must be one of"},
      {"patronyms = [\".\"]\n", "patronyms: holds an empty word"},
  };
  for (const auto& test : cases) {
    Pack pack;
    const Status status = read_name_rules({"n", test.text}, pack);
    ASSERT_FALSE(status.has_value()) << test.text;
    EXPECT_NE(status.error().what.find(test.says), std::string::npos) << status.error().what;
  }
}

TEST(NameRules, ShortNamesStandFolded) {
  Pack pack;
  ASSERT_TRUE(read_short_names({"s", "short\tfull\nbill\twilliam\nbill\twilbur\n"}, pack).has_value());
  EXPECT_EQ(pack.name_rules.full_names.at("bill"), (std::vector<std::string>{"william", "wilbur"}));
  EXPECT_FALSE(read_short_names({"s", "short\tfull\nBill\twilliam\n"}, pack).has_value());
  EXPECT_FALSE(read_short_names({"s", "short\tfull\n\twilliam\n"}, pack).has_value());
}

}  // namespace
}  // namespace sidik::pack
