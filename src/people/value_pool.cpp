#include "people/value_pool.hpp"

#include "people/text_hash.hpp"

namespace sidik::people {

ValuePool::ValuePool() : starts_{0, 0}, slots_(64, 0) {}

ValueCode ValuePool::intern(std::string_view text) {
  if (text.empty()) return 0;
  if (size() * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = text_hash(text) & mask;
  while (slots_[slot] != 0) {
    if (this->text(slots_[slot]) == text) return slots_[slot];
    slot = (slot + 1) & mask;
  }
  const auto code = static_cast<ValueCode>(size());
  arena_.insert(arena_.end(), text.begin(), text.end());
  starts_.push_back(arena_.size());
  slots_[slot] = code;
  return code;
}

void ValuePool::grow() {
  std::vector<ValueCode> wider(slots_.size() * 4, 0);
  const std::size_t mask = wider.size() - 1;
  for (ValueCode code = 1; code < size(); ++code) {
    std::size_t slot = text_hash(text(code)) & mask;
    while (wider[slot] != 0) slot = (slot + 1) & mask;
    wider[slot] = code;
  }
  slots_.swap(wider);
}

std::uint64_t ValuePool::bytes() const {
  return arena_.capacity() + starts_.capacity() * sizeof(std::uint64_t) + slots_.capacity() * sizeof(ValueCode);
}

}  // namespace sidik::people
