#include "casefile/sharing/stable_id.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "crypto/hex.hpp"

namespace sidik::casefile {

std::string stable_id(std::string_view space, std::string_view name) {
  constexpr std::size_t kBytes = 16;
  std::string digits(space);
  std::erase(digits, '-');
  std::vector<std::uint8_t> hashed = crypto::from_hex(digits).value_or(std::vector<std::uint8_t>());
  hashed.resize(kBytes);
  hashed.insert(hashed.end(), name.begin(), name.end());
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
  EVP_Digest(hashed.data(), hashed.size(), digest.data(), nullptr, EVP_sha1(), nullptr);
  constexpr std::uint8_t kVersion5 = 0x50, kLowHalf = 0x0f, kVariant = 0x80, kBelowVariant = 0x3f;
  digest[6] = static_cast<std::uint8_t>((digest[6] & kLowHalf) | kVersion5);
  digest[8] = static_cast<std::uint8_t>((digest[8] & kBelowVariant) | kVariant);
  std::string text = crypto::to_hex(std::span(digest).first(kBytes));
  for (const std::size_t dash : {20U, 16U, 12U, 8U}) text.insert(dash, 1, '-');
  return text;
}

}  // namespace sidik::casefile
