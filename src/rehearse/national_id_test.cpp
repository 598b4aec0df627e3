#include "rehearse/national_id.hpp"

#include <gtest/gtest.h>

#include "rehearse/test_pack.hpp"

namespace sidik::rehearse {
namespace {

TEST(NationalId, AddsFortyToTheDayOfWomen) {
  EXPECT_EQ(national_id("320401", {1990, 4, 3}, false, 1), 3204010304900001U);
  EXPECT_EQ(national_id("320401", {1990, 4, 3}, true, 12), 3204014304900012U);
  EXPECT_EQ(national_id("320401", {2005, 12, 31}, false, 9999), 3204013112059999U);
}

TEST(NationalIdRule, TellsValidFromInvalid) {
  struct Case {
    const char* value;
    bool valid;
  };
  const NationalIdRule rule(test_pack());
  for (const Case& test :
       {Case{"3204010304900001", true}, Case{"  3204010304900001 ", true}, Case{"3204017112900001", true},
        Case{"9101010304900001", true}, Case{"3299010304900001", false}, Case{"3204013204900001", false},
        Case{"3204017204900001", false}, Case{"3204010013900001", false}, Case{"3204010304900000", false},
        Case{"3204012902000001", true}, Case{"3204012902010001", false}, Case{"3204012902040001", true},
        Case{"320401030490000", false}, Case{"3.20401E+15", false}, Case{"'3204010304900001", false}, Case{"", false},
        Case{"3204013004900001", true}, Case{"3204013104900001", false}}) {
    EXPECT_EQ(rule.valid(test.value).has_value(), test.valid) << test.value;
  }
}

}  // namespace
}  // namespace sidik::rehearse
