#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace sidik::runs {

/// A flat hash set of 64-bit keys with linear probing, for the keys of one partition.
///
/// Input    keys are uniformly distributed; others are counted right but slowly.
/// Cost     16 to 32 bytes a key; 2 to 3 ns a key while the table fits the cache. Memory is kept for reuse.
class KeyTable {
 public:
  /// Empties the table and makes room for `keys` keys.
  void reset(std::size_t keys) {
    const std::size_t slots = slots_for(keys);
    if (slots > slots_.size()) slots_ = std::vector<std::uint64_t>();  // never two of them at a time
    slots_.assign(slots, 0);
    mask_ = slots - 1;
    filled_ = 0;
    has_zero_ = false;
  }
  /// Slots that a table for `keys` keys has.
  static std::size_t slots_for(std::size_t keys) { return std::bit_ceil(std::max<std::size_t>(keys, 8) * 2); }

  /// Whether `keys` more can be inserted; the caller asks before it inserts.
  [[nodiscard]] bool has_room(std::size_t keys) const { return filled_ + keys <= slots_.size() - slots_.size() / 8; }

  /// True when the key is new.
  bool insert(std::uint64_t key) {
    if (key == 0) return !std::exchange(has_zero_, true);
    std::size_t slot = key & mask_;
    while (slots_[slot] != 0) {
      if (slots_[slot] == key) return false;
      slot = (slot + 1) & mask_;
    }
    slots_[slot] = key;
    ++filled_;
    return true;
  }

  [[nodiscard]] bool contains(std::uint64_t key) const {
    if (key == 0) return has_zero_;
    std::size_t slot = key & mask_;
    while (slots_[slot] != 0) {
      if (slots_[slot] == key) return true;
      slot = (slot + 1) & mask_;
    }
    return false;
  }

  /// Shows every key, in no order.
  template <class Visitor>
  void for_each(Visitor visitor) const {
    if (has_zero_) visitor(std::uint64_t{0});
    for (const std::uint64_t key : slots_) {
      if (key != 0) visitor(key);
    }
  }

  [[nodiscard]] std::size_t size() const { return filled_ + (has_zero_ ? 1 : 0); }

 private:
  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(16, 0);  ///< 0: empty
  std::size_t mask_ = 15;
  std::size_t filled_ = 0;
  bool has_zero_ = false;  ///< the key 0, which marks an empty slot, stands here
};

}  // namespace sidik::runs
