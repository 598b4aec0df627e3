#include "crypto/signing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "crypto/hex.hpp"

namespace sidik::crypto {
namespace {

template <class Array>
Array array_of(std::string_view hex) {
  Array out{};
  const auto bytes = from_hex(hex);
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return out;
}

// RFC 8032, section 7.1, TEST 2.
constexpr std::string_view kSeed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
constexpr std::string_view kPublic = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
constexpr std::string_view kSignature =
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb0"
    "0d"
    "291612bb0c00";

TEST(Signing, GivesTheSignatureOfRfc8032) {
  const SigningKey key(array_of<SigningSeed>(kSeed));
  EXPECT_EQ(to_hex(key.public_key()), kPublic);
  EXPECT_EQ(to_hex(key.sign("\x72")), kSignature);
  EXPECT_EQ(to_hex(key.reveal_seed()), kSeed);
}

TEST(Signing, KnowsTheMessageTheSignatureAndTheKey) {
  const SigningKey key = SigningKey::random();
  const std::string message = "tree of 7 events";
  Signature signature = key.sign(message);
  EXPECT_TRUE(is_signed_by(key.public_key(), message, signature));
  EXPECT_FALSE(is_signed_by(key.public_key(), message + " ", signature));
  EXPECT_FALSE(is_signed_by(SigningKey::random().public_key(), message, signature));
  signature[5] ^= 1;
  EXPECT_FALSE(is_signed_by(key.public_key(), message, signature));
}

TEST(Signing, AMovedKeyIsGone) {
  SigningKey key = SigningKey::random();
  const SigningKey other = std::move(key);
  EXPECT_EQ(key.reveal_seed(), SigningSeed{});  // NOLINT(bugprone-use-after-move)
  EXPECT_TRUE(is_signed_by(other.public_key(), "a", other.sign("a")));
}

}  // namespace
}  // namespace sidik::crypto
