#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash128.hpp"

namespace sidik::crypto {

/// Stands a value behind 128 bits that only the holder of the key can compute: AES-128 in CBC-MAC with the length
/// first.
///
/// Input    any bytes, any length; the empty value has a hash as well.
/// Output   the first block is a byte of length (below 255; else 255 and eight more bytes) and the first bytes of the
///          value, every other block the next sixteen, the last filled up with zeros. `low` is bytes 0 to 7 of the
///          result, `high` bytes 8 to 15, low first.
/// Cost     some 10 ns a filled field in a column of a million rehearsed rows, where the processor has AES.
///          Allocates nothing.
/// Threads  hashing is const and may run in any number of threads.
/// Lifetime the keys are wiped on destruction and when moved from. They cannot be copied or read.
///
/// Not promised   strength against somebody who holds the key: he can try all identifiers.
///
/// Source   FIPS 197; Bellare, Kilian and Rogaway, The security of the cipher block chaining message authentication
/// code
///          (2000), with the prefix-free form of Petrank and Rackoff (2000).
class KeyedHash {
 public:
  static constexpr std::size_t kKeyBytes = 16;
  /// The eleven round keys of AES-128.
  struct RoundKeys {
    alignas(16) std::array<std::uint8_t, std::size_t{11} * 16> bytes{};
  };

  /// A key that nobody has seen. Ends the program when the system has no randomness.
  [[nodiscard]] static KeyedHash random();
  /// From a key that the caller keeps and wipes.
  explicit KeyedHash(std::span<const std::uint8_t, kKeyBytes> key);

  ~KeyedHash();
  KeyedHash(KeyedHash&& other) noexcept;
  KeyedHash& operator=(KeyedHash&& other) noexcept;
  KeyedHash(const KeyedHash&) = delete;
  KeyedHash& operator=(const KeyedHash&) = delete;

  [[nodiscard]] Hash128 operator()(std::string_view value) const;

  /// Hashes the fields of a column, eight side by side; an empty field gets the zero hash. The fields stand `stride`
  /// apart.
  void hash_column(const std::string_view* fields, std::size_t stride, std::span<Hash128> out) const;
  /// Hashes rows from the hashes of their fields, `fields` as hash_column() gave them, column by column, `rows.size()`
  /// of each. The place of a field counts; empty fields at the end of a row do not. A row is the sum of its fields,
  /// each times an odd number that only the key's holder knows of its column, both halves for themselves; the sum is
  /// then enciphered under a key of its own. Fields are outputs of this very function, which nobody without the key can
  /// choose, so rows that differ have equal sums with a chance of some 2^-120.
  /// Cost     some 1 ns a field.
  void combine_rows(std::span<const Hash128> fields, std::span<Hash128> rows) const;

 private:
  void wipe();

  RoundKeys values_;
  RoundKeys rows_;  ///< enciphers sums of rows, and gives the numbers of columns
};

}  // namespace sidik::crypto
