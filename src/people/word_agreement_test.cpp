#include "people/word_agreement.hpp"

#include <gtest/gtest.h>

namespace sidik::people {
namespace {

struct Case {
  std::string_view left;
  std::string_view right;
  Level level;
};

TEST(WordAgreement, GradesNamesByTheirWords) {
  const Case cases[] = {
      {"ana maria", "maria ana", Level::near},        {"anamaria", "ana maria", Level::near},
      {"ana maria", "anam aria", Level::near},        {"ana maria lopes", "lopes ana", Level::close},
      {"robert smith", "rob smith", Level::close},    {"r smith", "robert smith", Level::close},
      {"robert smith", "roberd smyth", Level::close}, {"smith", "robert smith", Level::similar},
      {"robert smith", "wilma smith", Level::weak},   {"robert smith", "wilma jones", Level::different},
      {"", "wilma jones", Level::different},          {"ana ana", "ana maria", Level::weak},
  };
  for (const auto& [left, right, level] : cases) {
    EXPECT_EQ(level_name(compare_words_of_names(left, right)), level_name(level)) << left << " | " << right;
    EXPECT_EQ(level_name(compare_words_of_names(right, left)), level_name(level)) << right << " | " << left;
  }
}

TEST(WordAgreement, SharesWordsOfAddresses) {
  EXPECT_DOUBLE_EQ(share_of_common_words("12 rose lane", "lane rose 12"), 1);
  EXPECT_DOUBLE_EQ(share_of_common_words("12 rose lane", "12 rose road"), 0.5);
  EXPECT_DOUBLE_EQ(share_of_common_words("12 rosee lane", "12 rosed lane"), 1);  // four letters, one edit
  EXPECT_DOUBLE_EQ(share_of_common_words("12 oak", "13 oat"), 0);                // too short for that
  EXPECT_DOUBLE_EQ(share_of_common_words("", ""), 0);
  EXPECT_DOUBLE_EQ(share_of_common_words("a a a", "a"), 1.0 / 3);  // a word has one partner
}

TEST(WordAgreement, CountsSixteenWords) {
  std::string many;
  for (char c = 'a'; c <= 'p'; ++c) many += std::string(2, c) + ' ';
  EXPECT_DOUBLE_EQ(share_of_common_words(many + "zz", many + "yy"), 1);
  EXPECT_LT(share_of_common_words("zz " + many, "yy " + many), 1);
}

}  // namespace
}  // namespace sidik::people
