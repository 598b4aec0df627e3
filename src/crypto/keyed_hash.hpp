#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash128.hpp"
#include "crypto/words.hpp"

namespace sidik::crypto {

/// Stands a value behind 128 bits that only the holder of the key can compute: SipHash-2-4 with 128-bit output.
///
/// Input    any bytes, any length; the empty value has a hash as well.
/// Output   equal to libsodium's crypto_shorthash_siphashx24; `low` is bytes 0 to 7, `high` bytes 8 to 15, low first.
/// Cost     about 15 ns for 16 bytes; allocates nothing.
/// Threads  hashing is const and may run in any number of threads.
/// Lifetime the key is wiped on destruction and when moved from. It cannot be copied or read.
///
/// Not promised   strength against somebody who holds the key: he can try all identifiers.
///
/// Source   Aumasson and Bernstein, SipHash: a fast short-input PRF (2012); its reference code for 128 bits.
class KeyedHash {
 public:
  static constexpr std::size_t kKeyBytes = 16;

  /// A key that nobody has seen. Ends the program when the system has no randomness.
  [[nodiscard]] static KeyedHash random();
  /// From a key that the caller keeps and wipes.
  explicit KeyedHash(std::span<const std::uint8_t, kKeyBytes> key);

  ~KeyedHash();
  KeyedHash(KeyedHash&& other) noexcept;
  KeyedHash& operator=(KeyedHash&& other) noexcept;
  KeyedHash(const KeyedHash&) = delete;
  KeyedHash& operator=(const KeyedHash&) = delete;

  [[nodiscard]] Hash128 operator()(std::string_view value) const {
    State state = start(0xee);
    const char* at = value.data();
    std::size_t left = value.size();
    for (; left >= 8; left -= 8, at += 8) absorb(state, load_word(at));
    absorb(state, (std::uint64_t{value.size()} << 56) | load_tail(at, left));
    state.v2 ^= 0xee;
    finish_rounds(state);
    const std::uint64_t low = fold(state);
    state.v1 ^= 0xdd;
    finish_rounds(state);
    return {low, fold(state)};
  }

  /// Hashes the fields of a column, as many side by side as the processor has lanes; an empty field gets the zero hash.
  /// The fields stand `stride` apart. Cost: 3 to 5 ns a field of 16 bytes with AVX-512.
  void hash_column(const std::string_view* fields, std::size_t stride, std::span<Hash128> out) const;
  /// Hashes rows from the hashes of their fields, `fields` as hash_column() gave them, column by column, `rows.size()`
  /// of each. The place of a field counts; empty fields at the end of a row do not. A row is the sum of its fields,
  /// each times an odd number that only the key's holder knows of its column, both halves for themselves; the sums are
  /// then hashed as a value is. Fields are outputs of this very function, which nobody without the key can choose, so
  /// rows that differ have equal sums with a chance of some 2^-128. Cost     1 ns a field and 15 ns a row.
  void combine_rows(std::span<const Hash128> fields, std::span<Hash128> rows) const;

 private:
  struct State {
    std::uint64_t v0, v1, v2, v3;
  };
  // They set rows and the numbers of columns apart from each other and from the hash of a value (0xee).
  static constexpr std::uint64_t kRowDomain = 0x10;
  static constexpr std::uint64_t kColumnDomain = 0x20;
  /// The odd numbers of a column: of the lower halves and of the upper ones.
  [[nodiscard]] Hash128 factors_of(std::size_t column) const;
  /// As operator(), of two words; apart from the hash of any value by the domain.
  [[nodiscard]] Hash128 hash_words(std::uint64_t domain, std::uint64_t first, std::uint64_t second) const;

  [[nodiscard]] State start(std::uint64_t domain) const {
    return {k0_ ^ 0x736f6d6570736575U, k1_ ^ 0x646f72616e646f6dU ^ domain, k0_ ^ 0x6c7967656e657261U,
            k1_ ^ 0x7465646279746573U};
  }
  static void round(State& state) {
    state.v0 += state.v1;
    state.v1 = std::rotl(state.v1, 13) ^ state.v0;
    state.v0 = std::rotl(state.v0, 32);
    state.v2 += state.v3;
    state.v3 = std::rotl(state.v3, 16) ^ state.v2;
    state.v0 += state.v3;
    state.v3 = std::rotl(state.v3, 21) ^ state.v0;
    state.v2 += state.v1;
    state.v1 = std::rotl(state.v1, 17) ^ state.v2;
    state.v2 = std::rotl(state.v2, 32);
  }
  static void absorb(State& state, std::uint64_t word) {
    state.v3 ^= word;
    round(state);
    round(state);
    state.v0 ^= word;
  }
  static void finish_rounds(State& state) {
    round(state);
    round(state);
    round(state);
    round(state);
  }
  static std::uint64_t fold(const State& state) { return state.v0 ^ state.v1 ^ state.v2 ^ state.v3; }

  std::uint64_t k0_ = 0;
  std::uint64_t k1_ = 0;
};

}  // namespace sidik::crypto
