#include "crypto/keyed_hash.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

#include "crypto/aes_blocks.hpp"

namespace sidik::crypto {
namespace {

using Block = std::array<std::uint8_t, kAesBlock>;

/// A block with which no value begins: its length is 0 and its bytes are not.
Block block_of(char purpose, std::uint64_t number) {
  Block block{};
  block[1] = static_cast<std::uint8_t>(purpose);
  std::memcpy(block.data() + 2, &number, sizeof number);
  return block;
}

}  // namespace

KeyedHash KeyedHash::random() {
  if (sodium_init() < 0) std::abort();  // without randomness there is no key, and without a key nothing may be counted
  std::array<std::uint8_t, kKeyBytes> key{};
  randombytes_buf(key.data(), key.size());
  KeyedHash hash{std::span<const std::uint8_t, kKeyBytes>(key)};
  sodium_memzero(key.data(), key.size());
  return hash;
}

KeyedHash::KeyedHash(std::span<const std::uint8_t, kKeyBytes> key) {
  expand_key(key.data(), values_.bytes.data());
  Block row_key = block_of('r', 0);
  encipher(values_.bytes.data(), row_key.data(), 1);
  expand_key(row_key.data(), rows_.bytes.data());
  sodium_memzero(row_key.data(), row_key.size());
}

void KeyedHash::wipe() {
  sodium_memzero(&values_, sizeof values_);
  sodium_memzero(&rows_, sizeof rows_);
}

KeyedHash::~KeyedHash() { wipe(); }

KeyedHash::KeyedHash(KeyedHash&& other) noexcept : values_(other.values_), rows_(other.rows_) { other.wipe(); }

KeyedHash& KeyedHash::operator=(KeyedHash&& other) noexcept {
  if (this == &other) return *this;
  values_ = other.values_;
  rows_ = other.rows_;
  other.wipe();
  return *this;
}

Hash128 KeyedHash::operator()(std::string_view value) const {
  Hash128 hash;
  mac_value(values_.bytes.data(), value, reinterpret_cast<std::uint8_t*>(&hash));
  return hash;
}

void KeyedHash::hash_column(const std::string_view* fields, std::size_t stride, std::span<Hash128> out) const {
  mac_column(values_.bytes.data(), fields, stride, out.data(), out.size());
}

void KeyedHash::combine_rows(std::span<const Hash128> fields, std::span<Hash128> rows) const {
  std::ranges::fill(rows, Hash128{});
  if (rows.empty()) return;
  for (std::size_t first = 0; first < fields.size(); first += rows.size()) {
    Block drawn = block_of('c', first / rows.size());
    encipher(values_.bytes.data(), drawn.data(), 1);
    Hash128 factors;
    std::memcpy(&factors, drawn.data(), sizeof factors);
    const Hash128* const hashes = fields.data() + first;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      rows[r].low += (factors.low | 1) * hashes[r].low;
      rows[r].high += (factors.high | 1) * hashes[r].high;
    }
  }
  encipher(rows_.bytes.data(), reinterpret_cast<std::uint8_t*>(rows.data()), rows.size());
}

}  // namespace sidik::crypto
