#include <string>

#include <gtest/gtest.h>

#include "identify/shapes.hpp"

namespace sidik::identify {
namespace {

TEST(EmailForm, IsUsualForWhatPeopleHave) {
  for (const char* address :
       {"siti@example.org", "s.aminah+kerja@mail.example.co.id", "o'brien@example.org", "a@b.id",
        "x_1%y@sub.example.com", "\xC3\xBC.m\xC3\xBCller@example.org", "siti@xn--mnchen-3ya.de"}) {
    EXPECT_EQ(email_form(address), EmailForm::usual) << address;
  }
}

TEST(EmailForm, IsUnusualForWhatTheStandardAllowsBesides) {
  for (const char* address :
       {"\"siti aminah\"@example.org", "\"a@b\"@example.org", "siti@[192.0.2.1]", "siti@[IPv6:2001:db8::1]",
        "siti(kerja)@example.org", "siti@localhost", "siti @ example.org", "\"quote\\\"inside\"@example.org",
        "a.\"b\".c@example.org", "siti@(nested (comment))example.org", "siti\r\n @example.org"}) {
    EXPECT_EQ(email_form(address), EmailForm::unusual) << address;
  }
}

TEST(EmailForm, IsNoneForWhatIsNoAddress) {
  for (const char* text : {"",
                           "@",
                           "siti",
                           "siti@",
                           "@example.org",
                           "siti@@example.org",
                           "siti@a@example.org",
                           ".siti@example.org",
                           "siti.@example.org",
                           "si..ti@example.org",
                           "siti@-example.org",
                           "siti@example-.org",
                           "siti@.org",
                           "siti@example..org",
                           "siti aminah@example.org",
                           "\"open@example.org",
                           "\"a\"b@example.org",
                           "(open@example.org",
                           "siti@[192.0.2.1",
                           "siti@[a[b]",
                           "siti\r\n@example.org",
                           "siti\n@example.org"}) {
    EXPECT_EQ(email_form(text), EmailForm::none) << text;
  }
}

/// RFC 5321 sections 4.5.3.1.1 and 4.5.3.1.3: 64 octets before the @, 254 in all. What is longer is no usual address.
TEST(EmailForm, KeepsToTheLengthsOfTheStandard) {
  const std::string longest_local(64, 'a');
  EXPECT_EQ(email_form(longest_local + "@example.org"), EmailForm::usual);
  EXPECT_NE(email_form(longest_local + "a@example.org"), EmailForm::usual);
  std::string domain;
  while (domain.size() < 180) domain += "example.";
  domain += "org";
  EXPECT_EQ(email_form(std::string(254 - 1 - domain.size() - 20, 'b') + "@" + domain), EmailForm::usual);
  EXPECT_NE(email_form(std::string(64, 'b') + "@" + domain + std::string(60, 'g')), EmailForm::usual);
}

/// Nested comments are counted, not followed by recursion; a text that is no address in a thousand bytes is none.
TEST(EmailForm, EndsOnHostileTexts) {
  EXPECT_EQ(email_form("a" + std::string(400, '(') + std::string(400, ')') + "@example.org"), EmailForm::unusual);
  EXPECT_EQ(email_form("a" + std::string(900, '(') + "@example.org"), EmailForm::none);
  EXPECT_EQ(email_form("a@" + std::string(1 << 20, '(')), EmailForm::none);
  for (const std::string_view tail : {"\\", "\"\\", "(\\", "\r", "\r\n"}) {
    EXPECT_EQ(email_form("a@b" + std::string(tail)), EmailForm::none);
    EXPECT_EQ(email_form(std::string(tail) + "@"), EmailForm::none);
  }
  EXPECT_EQ(email_form(std::string_view("\"a\0b\"@example.org", 17)), EmailForm::none);
}

}  // namespace
}  // namespace sidik::identify
