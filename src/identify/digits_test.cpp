#include "identify/digits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace sidik::identify {
namespace {

TEST(AreAllDigits, AgreesWithOneByOneForEveryByteAtEveryPlace) {
  for (std::size_t size = 0; size <= 19; ++size) {
    const std::string digits = std::string("0123456789012345678").substr(0, size);
    EXPECT_TRUE(are_all_digits(digits)) << size;
    for (std::size_t at = 0; at < size; ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text = digits;
        text[at] = static_cast<char>(byte);
        const bool expected = byte >= '0' && byte <= '9';
        ASSERT_EQ(are_all_digits(text), expected) << size << ' ' << at << ' ' << byte;
      }
    }
  }
}

}  // namespace
}  // namespace sidik::identify
