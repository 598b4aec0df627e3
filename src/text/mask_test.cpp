#include "text/mask.hpp"

#include <gtest/gtest.h>

#include <string>

#include "text/letters.hpp"

namespace sidik::text {
namespace {

/// Masks with the dot written as a star, which is easier to read in a test.
std::string starred(std::string_view field) {
  std::string out = mask(field);
  for (std::size_t at = 0; (at = out.find("\xE2\x80\xA2", at)) != std::string::npos;) out.replace(at, 3, "*");
  return out;
}

TEST(Mask, ShowsTheFormAndNotTheContent) {
  const struct {
    const char* field;
    const char* masked;
  } cases[] = {{"Siti Aminah", "S*** A*****"},
               {"3175010101900001", "31**************"},
               {"0812-345", "****-***"},
               {"081234567", "08*******"},
               {"1990-04-03", "****-**-**"},
               {"Al", "**"},
               {"siti.a@mail.example.com", "****.*@****.*******.com"},
               {"to siti@mail.id now", "** ****@****.id n**"},
               {"a@b.secretname", "*@*.**********"},
               {"a@b", "*@*"},
               {"5f4dcc3b5aa765d6", "****************"},
               {"\xC3\x89mile", "\xC3\x89****"},
               {"", ""},
               {"-/-", "-/-"}};
  for (const auto& test : cases) EXPECT_EQ(starred(test.field), test.masked) << test.field;
}

TEST(Mask, EndsAfterFortyCodePoints) {
  EXPECT_EQ(length(mask(std::string(40, '-'))), 40U);
  const std::string masked = mask(std::string(100, 'a'));
  EXPECT_EQ(length(masked), 41U);
  EXPECT_TRUE(masked.ends_with("\xE2\x80\xA6"));
}

TEST(Mask, LetsNoControlCharacterThrough) {
  EXPECT_EQ(mask("\x1B[1m"), "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2");
}

}  // namespace
}  // namespace sidik::text
