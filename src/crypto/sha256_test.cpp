#include "crypto/sha256.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace sidik::crypto {
namespace {

// NIST, Cryptographic Standards and Guidelines, examples for SHA-256, and the million letters of FIPS 180-2.
const std::vector<std::pair<std::string, std::string>>& vectors() {
  static const std::vector<std::pair<std::string, std::string>> kVectors = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  return kVectors;
}

TEST(Sha256, GivesThePublishedVectors) {
  Sha256 digest;
  for (const auto& [message, expected] : vectors()) {
    digest.update(message);
    EXPECT_EQ(digest.finish_hex(), expected);
  }
}

TEST(Sha256, DoesNotDependOnHowTheBytesAreCut) {
  for (const std::size_t step : {1U, 7U, 64U, 1000U}) {
    for (const auto& [message, expected] : vectors()) {
      Sha256 digest;
      for (std::size_t at = 0; at < message.size(); at += step)
        digest.update(std::string_view(message).substr(at, step));
      EXPECT_EQ(digest.finish_hex(), expected);
    }
  }
}

}  // namespace
}  // namespace sidik::crypto
