#include "rehearse/identifiers.hpp"

#include <set>

#include <gtest/gtest.h>

namespace sidik::rehearse {
namespace {

TEST(Identifiers, CardsAreUniqueAndBeginWithThreeZeros) {
  std::set<std::string> cards;
  for (std::uint32_t index = 0; index < 20000; ++index) {
    for (const std::string& card :
         {card_number(3, index), old_card_number(3, index, 1), old_card_number(3, index, 2)}) {
      EXPECT_EQ(card.size(), 13U);
      EXPECT_TRUE(card.starts_with("000"));
      EXPECT_TRUE(cards.insert(card).second);
    }
  }
}

TEST(Identifiers, OldCardsStandAboveEveryCurrentOne) {
  for (std::uint32_t index = 0; index < 20000; ++index) {
    EXPECT_LT(card_number(3, index), "0003000000000");
    EXPECT_GE(old_card_number(3, index, 1), "0003000000000");
    EXPECT_GE(old_card_number(3, index, 2), "0006000000000");
    EXPECT_LT(old_card_number(3, index, 2), "0009000000000");
  }
}

TEST(Identifiers, TaxNumbersPassLuhnOverNineDigits) {
  RandomStream stream(1, Purpose::person);
  for (int i = 0; i < 500; ++i) {
    std::string number;
    append_tax_number(number, stream);
    ASSERT_EQ(number.size(), 15U);
    int sum = 0;
    for (std::size_t at = 0; at < 9; ++at) {
      const int digit = number[8 - at] - '0';
      const int doubled = at % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    EXPECT_EQ(sum % 10, 0);
  }
  EXPECT_EQ(dotted_tax_number("012345678901000"), "01.234.567.8-901.000");
}

TEST(Identifiers, MailHasOneAtSign) {
  RandomStream stream(1, Purpose::person);
  for (int i = 0; i < 200; ++i) {
    std::string mail;
    append_email(mail, i % 2 == 0 ? "I MADE \"X\"" : "", 1980, stream);
    EXPECT_EQ(std::count(mail.begin(), mail.end(), '@'), 1);
    EXPECT_EQ(mail.find_first_of(" \""), std::string::npos);
  }
}

}  // namespace
}  // namespace sidik::rehearse
