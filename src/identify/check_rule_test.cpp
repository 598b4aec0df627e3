#include "identify/check_rule.hpp"

#include <gtest/gtest.h>

namespace sidik::identify {
namespace {

struct Case {
  const char* rule;
  const char* good;
  const char* bad;
};

// Good values: the worked examples of the standards and of the authorities' own documents; bad ones differ in one
// place.
constexpr Case kCases[] = {
    {"luhn", "79927398713", "79927398710"},
    {"luhn", "4111111111111111", "4111111111111112"},
    {"verhoeff", "2363", "2364"},
    {"verhoeff", "123451", "123415"},
    {"damm", "5724", "5742"},
    {"iso7064_mod11_2", "079X", "0791"},
    {"iso7064_mod11_10", "07945", "07946"},
    {"iso7064_mod97_10 rotate=4", "GB82WEST12345698765432", "GB28WEST12345698765432"},
    {"iso7064_mod97_10 rotate=4 country_lengths=DE22", "DE89370400440532013000", "GB82WEST12345698765432"},
    {"weighted_sum mod=11 weights=9,8,7,6,5,4,3,2,-1", "123456782", "123456783"},
    {"remainder mod=23 map=TRWAGMYFPDXBNJZSQVHLCKE", "12345678Z", "12345678A"},
    {"remainder mod=23 first=XYZ map=TRWAGMYFPDXBNJZSQVHLCKE", "X2482300W", "X2482300A"},
    {"codice_fiscale", "RCCMNL83S18D969H", "RCCMNL83S18D967H"}};

TEST(CheckRule, TellsGoodFromBad) {
  for (const Case& given : kCases) {
    const auto rule = CheckRule::parse(given.rule);
    ASSERT_TRUE(rule.has_value()) << given.rule;
    EXPECT_TRUE(rule->passes(given.good)) << given.rule << ' ' << given.good;
    EXPECT_FALSE(rule->passes(given.bad)) << given.rule << ' ' << given.bad;
  }
}

TEST(CheckRule, JoinsRulesAndKeepsToItsRange) {
  const auto cpf = CheckRule::parse(
      "weighted_sum mod=11 weights=10,9,8,7,6,5,4,3,2 map=00987654321 to=10 | weighted_sum mod=11 "
      "weights=11,10,9,8,7,6,5,4,3,2 map=00987654321");
  ASSERT_TRUE(cpf.has_value());
  EXPECT_TRUE(cpf->passes("39053344705"));
  EXPECT_FALSE(cpf->passes("39053344715"));
  EXPECT_FALSE(cpf->passes("39053344706"));
}

TEST(CheckRule, RefusesTextThatIsNoRule) {
  for (const char* text :
       {"", "luhm", "weighted_sum mod=11", "weighted_sum weights=1,2", "remainder", "weighted_sum mod=x weights=1",
        "weighted_sum mod=11 weights=1,2 map=01", "luhn colour=red"}) {
    const auto rule = CheckRule::parse(text);
    EXPECT_TRUE(!rule.has_value() || rule->is_empty()) << text;
  }
}

TEST(CheckRule, NeverReadsPastTheValue) {
  const auto rule = CheckRule::parse("luhn", 2, 12);
  ASSERT_TRUE(rule.has_value());
  EXPECT_FALSE(rule->passes(""));
  EXPECT_FALSE(rule->passes("12345"));
}

}  // namespace
}  // namespace sidik::identify
