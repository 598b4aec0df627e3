#include "crypto/keyed_hash.hpp"

#include <sodium.h>

#include <array>
#include <cstdlib>

namespace sidik::crypto {

KeyedHash KeyedHash::random() {
  if (sodium_init() < 0) std::abort();  // without randomness there is no key, and without a key nothing may be counted
  std::array<std::uint8_t, kKeyBytes> key{};
  randombytes_buf(key.data(), key.size());
  KeyedHash hash{std::span<const std::uint8_t, kKeyBytes>(key)};
  sodium_memzero(key.data(), key.size());
  return hash;
}

KeyedHash::KeyedHash(std::span<const std::uint8_t, kKeyBytes> key) {
  std::array<char, kKeyBytes> bytes{};
  std::memcpy(bytes.data(), key.data(), kKeyBytes);
  k0_ = load_word(bytes.data());
  k1_ = load_word(bytes.data() + 8);
  sodium_memzero(bytes.data(), bytes.size());
}

KeyedHash::~KeyedHash() {
  sodium_memzero(&k0_, sizeof k0_);
  sodium_memzero(&k1_, sizeof k1_);
}

KeyedHash::KeyedHash(KeyedHash&& other) noexcept : k0_(other.k0_), k1_(other.k1_) {
  sodium_memzero(&other.k0_, sizeof other.k0_);
  sodium_memzero(&other.k1_, sizeof other.k1_);
}

KeyedHash& KeyedHash::operator=(KeyedHash&& other) noexcept {
  if (this == &other) return *this;
  k0_ = other.k0_;
  k1_ = other.k1_;
  sodium_memzero(&other.k0_, sizeof other.k0_);
  sodium_memzero(&other.k1_, sizeof other.k1_);
  return *this;
}

}  // namespace sidik::crypto
