#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// 64-bit numbers with a 32-bit note each; open addressing, grows by doubling. 0 is kept as another number.
/// Cost     12 bytes a slot, at most two thirds full.
class NumberMap {
 public:
  explicit NumberMap(std::size_t expected = 16) {
    std::size_t slots = 32;
    while (slots * 2 < expected * 3) slots *= 2;
    resize(slots);
  }

  /// The note that stands under `number`: `note` when the number is new.
  std::uint32_t insert(std::uint64_t number, std::uint32_t note, bool& is_new) {
    if (size_ * 3 >= keys_.size() * 2) grow();
    const std::uint64_t key = number == 0 ? kZero : number;
    const std::size_t slot = find_slot(key);
    is_new = keys_[slot] == 0;
    if (!is_new) return notes_[slot];
    keys_[slot] = key;
    notes_[slot] = note;
    ++size_;
    return note;
  }
  /// Whether `number` was new.
  bool insert(std::uint64_t number) {
    bool is_new = false;
    insert(number, 0, is_new);
    return is_new;
  }
  [[nodiscard]] bool contains(std::uint64_t number) const {
    return keys_[find_slot(number == 0 ? kZero : number)] != 0;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  static constexpr std::uint64_t kZero = 0xfedcba9876543210U;

  [[nodiscard]] std::size_t find_slot(std::uint64_t key) const {
    std::size_t slot = mix64(key) & (keys_.size() - 1);
    while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) & (keys_.size() - 1);
    return slot;
  }
  void resize(std::size_t slots) {
    keys_.assign(slots, 0);
    notes_.assign(slots, 0);
  }
  void grow() {
    std::vector<std::uint64_t> old_keys;
    std::vector<std::uint32_t> old_notes;
    old_keys.swap(keys_);
    old_notes.swap(notes_);
    resize(old_keys.size() * 2);
    for (std::size_t i = 0; i < old_keys.size(); ++i) {
      if (old_keys[i] == 0) continue;
      const std::size_t slot = find_slot(old_keys[i]);
      keys_[slot] = old_keys[i];
      notes_[slot] = old_notes[i];
    }
  }

  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> notes_;
  std::size_t size_ = 0;
};

}  // namespace sidik::rehearse
