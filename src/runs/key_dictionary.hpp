#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/hash128.hpp"

namespace sidik::runs {

/// The exact set of up to 4,096 distinct keys. It starts at 64 slots and doubles, so that a column of few values stays
/// in the nearest cache.
class KeyDictionary {
 public:
  static constexpr std::size_t kMostKeys = 4096;

  /// False when the key is new and the dictionary is full; then nothing changes.
  bool add(Hash128 key) {
    if (key == Hash128{}) {
      has_zero_ = true;
      return true;
    }
    std::size_t slot = key.low & (slots_.size() - 1);
    while (slots_[slot] != Hash128{}) {
      if (slots_[slot] == key) return true;
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return insert(key, slot);
  }

  [[nodiscard]] std::size_t size() const { return filled_ + (has_zero_ ? 1 : 0); }
  /// All keys, and zeros in between that are no keys.
  [[nodiscard]] std::span<const Hash128> slots() const { return slots_; }
  [[nodiscard]] bool has_zero() const { return has_zero_; }
  [[nodiscard]] std::uint64_t memory_bytes() const { return slots_.capacity() * sizeof(Hash128); }
  /// Empties it and gives its memory back.
  void release();

 private:
  bool insert(Hash128 key, std::size_t slot);
  void grow();

  std::vector<Hash128> slots_ = std::vector<Hash128>(64);
  std::size_t filled_ = 0;
  bool has_zero_ = false;  ///< the key 0, which marks an empty slot, stands here
};

}  // namespace sidik::runs
