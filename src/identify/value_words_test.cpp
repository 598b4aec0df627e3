#include "identify/value_words.hpp"

#include <gtest/gtest.h>

namespace sidik::identify {
namespace {

TEST(ValueWords, FindsFirstAndLastOfEachOrderedList) {
  EXPECT_TRUE(is_occupation_word("accountant") && is_occupation_word("writer") && is_occupation_word("dokter"));
  EXPECT_TRUE(is_company_word("inc") && is_company_word("yayasan") && is_company_word("pt"));
  EXPECT_TRUE(is_card_brand("visa") && is_card_brand("mastercard"));
  EXPECT_TRUE(is_zodiac_word("aries") && is_zodiac_word("pisces"));
  EXPECT_TRUE(is_region_code("ca"));
  EXPECT_TRUE(has_occupation_ending("electrician") && !has_occupation_ending("ist"));
  EXPECT_FALSE(is_occupation_word("") || is_company_word("zebra") || is_region_code("zz"));
}

}  // namespace
}  // namespace sidik::identify
