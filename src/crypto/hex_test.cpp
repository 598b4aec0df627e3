#include "crypto/hex.hpp"

#include <gtest/gtest.h>

#include <array>

namespace sidik::crypto {
namespace {

TEST(Hex, WritesTwoLowerCaseDigitsAByte) {
  EXPECT_EQ(to_hex(std::array<std::uint8_t, 4>{0x00, 0x0f, 0xa0, 0xff}), "000fa0ff");
  EXPECT_EQ(to_hex({}), "");
}

TEST(Hex, ReadsBothCasesAndNothingElse) {
  EXPECT_EQ(from_hex("000FA0ff"), (std::vector<std::uint8_t>{0x00, 0x0f, 0xa0, 0xff}));
  EXPECT_EQ(from_hex(""), std::vector<std::uint8_t>{});
  for (const char* text : {"0", "0g", "g0", " 0", "0x", "00 "}) EXPECT_FALSE(from_hex(text)) << text;
}

}  // namespace
}  // namespace sidik::crypto
