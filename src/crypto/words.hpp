#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Bytes of a value as little-endian words, for hashing.
namespace sidik::crypto {

inline std::uint64_t load_word(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, 8);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}
inline std::uint64_t load_half(const char* at) {
  std::uint32_t half = 0;
  std::memcpy(&half, at, 4);
  if constexpr (std::endian::native == std::endian::big) half = __builtin_bswap32(half);
  return half;
}
inline std::uint64_t load_byte(const char* at) { return static_cast<unsigned char>(*at); }

/// The last 0 to 7 bytes, the first of them lowest; reads no byte beyond them.
inline std::uint64_t load_tail(const char* at, std::size_t length) {
  if (length >= 4) return load_half(at) | (load_half(at + length - 4) << (8 * (length - 4)));
  if (length == 0) return 0;
  const std::size_t last = length - 1;
  const std::size_t middle = length / 2;
  return load_byte(at) | (load_byte(at + middle) << (8 * middle)) | (load_byte(at + last) << (8 * last));
}

}  // namespace sidik::crypto
