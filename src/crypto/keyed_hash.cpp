#include "crypto/keyed_hash.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

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

Hash128 KeyedHash::hash_words(std::uint64_t domain, std::uint64_t first, std::uint64_t second) const {
  State state = start(domain);
  absorb(state, first);
  absorb(state, second);
  state.v2 ^= 0xee;
  finish_rounds(state);
  const std::uint64_t low = fold(state);
  state.v1 ^= 0xdd;
  finish_rounds(state);
  return {low, fold(state)};
}

Hash128 KeyedHash::factors_of(std::size_t column) const {
  const Hash128 drawn = hash_words(kColumnDomain, column, 0);
  return {drawn.low | 1, drawn.high | 1};
}

void KeyedHash::combine_rows(std::span<const Hash128> fields, std::span<Hash128> rows) const {
  std::ranges::fill(rows, Hash128{});
  for (std::size_t first = 0; first < fields.size(); first += rows.size()) {
    const Hash128 factors = factors_of(first / rows.size());
    const Hash128* const column = fields.data() + first;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      rows[r].low += factors.low * column[r].low;
      rows[r].high += factors.high * column[r].high;
    }
  }
  for (Hash128& row : rows) row = hash_words(kRowDomain, row.low, row.high);
}

}  // namespace sidik::crypto
