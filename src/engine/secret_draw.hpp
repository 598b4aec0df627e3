#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "crypto/keyed_hash.hpp"

namespace sidik::engine {

/// Draws that nobody can foretell: a keyed hash of a counter. With a seed the same draws come again, for rehearsals.
class SecretDraw {
 public:
  explicit SecretDraw(std::optional<std::uint64_t> seed) : hash_(seed ? seeded(*seed) : crypto::KeyedHash::random()) {}

  std::uint64_t next() {
    std::array<char, sizeof counter_> bytes{};
    std::memcpy(bytes.data(), &counter_, sizeof counter_);
    ++counter_;
    return hash_(std::string_view(bytes.data(), bytes.size())).low;
  }
  /// 0 .. bound - 1; `bound` > 0. The bias is below bound / 2^64.
  std::size_t below(std::size_t bound) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::size_t>((static_cast<Wide>(next()) * bound) >> 64U);
  }
  char digit() { return static_cast<char>('0' + below(10)); }

 private:
  static crypto::KeyedHash seeded(std::uint64_t seed) {
    std::array<std::uint8_t, crypto::KeyedHash::kKeyBytes> key{};
    std::memcpy(key.data(), &seed, sizeof seed);
    return crypto::KeyedHash(key);
  }
  crypto::KeyedHash hash_;
  std::uint64_t counter_ = 0;
};

}  // namespace sidik::engine
