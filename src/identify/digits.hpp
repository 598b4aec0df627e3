#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace sidik::identify {

/// Whether every character is 0 to 9; eight at a time. True for an empty field.
[[nodiscard]] inline bool are_all_digits(std::string_view field) {
  const auto has_other = [](std::uint64_t word) {
    // A digit has the upper half 3, also after 6 is added; no carry leaves a byte whose upper half is 3.
    constexpr std::uint64_t kUpper = 0xf0f0f0f0f0f0f0f0U;
    constexpr std::uint64_t kThree = 0x3030303030303030U;
    constexpr std::uint64_t kSix = 0x0606060606060606U;
    return (word & kUpper) != kThree || ((word + kSix) & kUpper) != kThree;
  };
  const char* at = field.data();
  std::size_t left = field.size();
  std::uint64_t word = 0;
  for (; left >= sizeof word; left -= sizeof word, at += sizeof word) {
    std::memcpy(&word, at, sizeof word);
    if (has_other(word)) return false;
  }
  for (; left > 0; --left, ++at) {
    if (*at < '0' || *at > '9') return false;
  }
  return true;
}

}  // namespace sidik::identify
