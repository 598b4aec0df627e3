#include <gtest/gtest.h>

#include <array>

#include "pack/pack_parts.hpp"
#include "text/letters.hpp"

namespace sidik::pack {
namespace {

TEST(NameParts, UsesAddUpAndSexesThatDifferCancel) {
  Pack pack;
  ASSERT_TRUE(read_names({"a", "token\tuse\tsex\nputri\tg\tf\nandi\tg\tm\nali\tf\t\n"}, pack).has_value());
  ASSERT_TRUE(read_names({"b", "token\tuse\tsex\nputri\tf\t\nandi\tg\tf\nali\tg\tm\n"}, pack).has_value());
  EXPECT_EQ(pack.name_tokens.at("putri").sex, 'f');
  EXPECT_TRUE(pack.name_tokens.at("putri").family);
  EXPECT_EQ(pack.name_tokens.at("andi").sex, 0);
  EXPECT_EQ(pack.name_tokens.at("ali").sex, 'm');
}

TEST(NameParts, RefusesOtherUsesAndSexes) {
  for (const char* const row : {"x\tn\t\n", "x\tg\tz\n", "\tg\tm\n"}) {
    Pack pack;
    EXPECT_FALSE(read_names({"a", std::string("token\tuse\tsex\n") + row}, pack).has_value()) << row;
  }
}

// The loader does not fold the tokens, so the files must hold them folded, and the plain form beside one with
// diacritics.
TEST(NameParts, TheTokensOfThePacksAreFolded) {
  const std::array<std::string, 1> names{"id"};
  const auto pack = load_pack(names);
  ASSERT_TRUE(pack.has_value());
  for (const auto& [key, token] : pack->name_tokens) {
    ASSERT_EQ(text::fold(key), key);
    ASSERT_EQ(token.token, key);
  }
  EXPECT_TRUE(pack->name_tokens.contains("hamanov\xC3\xA1") || pack->name_tokens.contains("novotna"));
}

}  // namespace
}  // namespace sidik::pack
