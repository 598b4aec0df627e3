#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace sidik::people {

/// Spreads the bits of a number (the finaliser of MurmurHash3).
[[nodiscard]] constexpr std::uint64_t spread_bits(std::uint64_t bits) {
  bits ^= bits >> 33;
  bits *= 0xFF51AFD7ED558CCDULL;
  bits ^= bits >> 33;
  bits *= 0xC4CEB9FE1A85EC53ULL;
  return bits ^ (bits >> 33);
}

/// A hash of a text for tables in memory; it is not keyed and leaves the process nowhere.
[[nodiscard]] inline std::uint64_t text_hash(std::string_view text) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ text.size();
  while (text.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    hash = spread_bits(hash ^ word);
    text.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, text.data(), text.size());
  return spread_bits(hash ^ rest);
}

}  // namespace sidik::people
