#include "pack/digit_pattern.hpp"

#include <gtest/gtest.h>
#include <unicode/uregex.h>

#include <random>
#include <string>

namespace sidik::pack {
namespace {

DigitPattern compiled(std::string_view pattern) {
  auto out = DigitPattern::compile(pattern);
  EXPECT_TRUE(out.has_value()) << pattern;
  return out ? std::move(*out) : DigitPattern();
}

TEST(DigitPattern, MatchesTheWholeText) {
  const DigitPattern pattern = compiled("8[1-35-9]\\d{7,10}");
  EXPECT_TRUE(pattern.matches("81234567890"));
  EXPECT_TRUE(pattern.matches("812345678"));
  EXPECT_FALSE(pattern.matches("81234567"));
  EXPECT_FALSE(pattern.matches("8123456789012"));
  EXPECT_FALSE(pattern.matches("84234567890"));
  EXPECT_FALSE(pattern.matches("8123x567890"));
  EXPECT_FALSE(pattern.matches(""));
}

TEST(DigitPattern, AnEmptyPatternMatchesNothing) {
  EXPECT_TRUE(compiled("").is_empty());
  EXPECT_FALSE(compiled("").matches(""));
}

// The slow, obvious twin is the general expression engine of ICU.
bool matches_slowly(const std::string& pattern, const std::string& digits) {
  UErrorCode status = U_ZERO_ERROR;
  URegularExpression* expression = uregex_openC(pattern.c_str(), 0, nullptr, &status);
  const std::u16string text(digits.begin(), digits.end());
  uregex_setText(expression, text.data(), static_cast<std::int32_t>(text.size()), &status);
  const bool is_match = uregex_matches(expression, 0, &status) != 0;
  uregex_close(expression);
  EXPECT_TRUE(U_SUCCESS(status)) << pattern;
  return is_match;
}

TEST(DigitPattern, AgreesWithTheSlowTwin) {
  std::mt19937 random(11);
  for (const char* const text :
       {"12", "1|2|34", "(?:1|23)?4", "1?2?3", "(?:1(?:2|3)\\d|4{2})[5-7]", "(?:12?){2,3}", "\\d{2,3}1",
        "[05-9]{1,2}(?:0|12|123)\\d?", "1{0,2}2", "(?:0?|1)2", "(?:1|12)(?:23|3)"}) {
    const DigitPattern pattern = compiled(text);
    for (int round = 0; round < 3000; ++round) {
      std::string digits;
      const std::size_t size = random() % 7;
      for (std::size_t at = 0; at < size; ++at) digits.push_back(static_cast<char>('0' + random() % 6));
      EXPECT_EQ(pattern.matches(digits), matches_slowly(text, digits)) << text << " on " << digits;
    }
  }
}

TEST(DigitPattern, RefusesWhatIsNoPattern) {
  for (const char* const text : {"(",
                                 ")",
                                 "1)",
                                 "(?=1)",
                                 "[",
                                 "[1",
                                 "[a]",
                                 "[1-",
                                 "a",
                                 "\\",
                                 "\\w",
                                 "{2}",
                                 "1{",
                                 "1{2",
                                 "1{3,2}",
                                 "1{99}",
                                 "1*",
                                 "1+",
                                 ".",
                                 "1{0}",
                                 "((((((((((((((((((1))))))))))))))))))",
                                 "(?:(?:(?:1\\d?){30}){30}){30}"}) {
    EXPECT_FALSE(DigitPattern::compile(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace sidik::pack
