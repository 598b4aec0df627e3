#include "identify/check_digit.hpp"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace sidik::identify {
namespace {

/// Every single wrong digit is found by Verhoeff and Damm; every swap of neighbours too.
TEST(CheckDigit, VerhoeffAndDammFindEverySingleErrorAndSwap) {
  for (const auto passes : {&passes_verhoeff, &passes_damm}) {
    std::string value;
    for (char last = '0'; last <= '9'; ++last) {
      value = std::string("4719305") + last;
      if (passes(value)) break;
    }
    ASSERT_TRUE(passes(value));
    for (std::size_t i = 0; i < value.size(); ++i) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string wrong = value;
        wrong[i] = digit;
        EXPECT_EQ(passes(wrong), digit == value[i]);
      }
      if (i == 0 || value[i] == value[i - 1]) continue;
      std::string swapped = value;
      std::swap(swapped[i], swapped[i - 1]);
      EXPECT_FALSE(passes(swapped));
    }
  }
}

}  // namespace
}  // namespace sidik::identify
