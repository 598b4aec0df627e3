#include "crypto/aes_blocks.hpp"

#include <gtest/gtest.h>

#include <array>

namespace sidik::crypto {
namespace {

// FIPS 197, appendix C.1.
TEST(AesBlocks, GivesThePublishedVector) {
  std::array<std::uint8_t, 16> key{};
  std::array<std::uint8_t, 16> block{};
  for (std::size_t i = 0; i < 16; ++i) {
    key[i] = static_cast<std::uint8_t>(i);
    block[i] = static_cast<std::uint8_t>(i * 0x11);
  }
  std::array<std::uint8_t, 176> round_keys{};
  expand_key(key.data(), round_keys.data());
  encipher(round_keys.data(), block.data(), 1);
  const std::array<std::uint8_t, 16> expected = {0x69, 0xc4, 0xe0, 0xd8, 0x6a, 0x7b, 0x04, 0x30,
                                                 0xd8, 0xcd, 0xb7, 0x80, 0x70, 0xb4, 0xc5, 0x5a};
  EXPECT_EQ(block, expected);
}

TEST(AesBlocks, EnciphersEachBlockByItself) {
  std::array<std::uint8_t, 16> key{};
  key[3] = 7;
  std::array<std::uint8_t, 176> round_keys{};
  expand_key(key.data(), round_keys.data());
  std::array<std::uint8_t, 19 * 16> many{};  // more than go side by side, and not a multiple of it
  for (std::size_t i = 0; i < many.size(); ++i) many[i] = static_cast<std::uint8_t>(i * 5);
  auto single = many;
  encipher(round_keys.data(), many.data(), 19);
  for (std::size_t i = 0; i < 19; ++i) encipher(round_keys.data(), single.data() + 16 * i, 1);
  EXPECT_EQ(many, single);
}

}  // namespace
}  // namespace sidik::crypto
