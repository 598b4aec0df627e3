#include "runs/key_dictionary.hpp"

#include <utility>

namespace sidik::runs {

bool KeyDictionary::insert(Hash128 key, std::size_t slot) {
  if (filled_ == kMostKeys) return false;
  slots_[slot] = key;
  ++filled_;
  if (filled_ * 2 > slots_.size()) grow();
  return true;
}

void KeyDictionary::grow() {
  std::vector<Hash128> wider(slots_.size() * 2);
  const std::size_t mask = wider.size() - 1;
  for (const Hash128& key : slots_) {
    if (key == Hash128{}) continue;
    std::size_t slot = key.low & mask;
    while (wider[slot] != Hash128{}) slot = (slot + 1) & mask;
    wider[slot] = key;
  }
  slots_ = std::move(wider);
}

void KeyDictionary::release() {
  slots_ = std::vector<Hash128>();
  filled_ = 0;
  has_zero_ = false;
}

}  // namespace sidik::runs
