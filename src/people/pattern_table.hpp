#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "people/expectation.hpp"
#include "people/text_hash.hpp"

namespace sidik::people {

/// How many pairs have each agreement pattern: a flat hash table, since every pair that is compared counts in it.
class PatternTable {
 public:
  PatternTable() : slots_(1024) {}
  void add(AgreementPattern pattern, double pairs) {
    if (used_ * 2 >= slots_.size()) grow();
    PatternCount& slot = find(pattern);
    if (slot.pairs == 0) ++used_;
    slot.pattern = pattern;
    slot.pairs += pairs;
  }
  /// The patterns that were added, in no order.
  template <class Take>
  void for_each(Take take) const {
    for (const PatternCount& slot : slots_) {
      if (slot.pairs > 0) take(slot);
    }
  }

 private:
  PatternCount& find(AgreementPattern pattern) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = spread_bits(pattern) & mask;
    while (slots_[at].pairs > 0 && slots_[at].pattern != pattern) at = (at + 1) & mask;
    return slots_[at];
  }
  void grow() {
    std::vector<PatternCount> old(slots_.size() * 4);
    old.swap(slots_);
    for (const PatternCount& slot : old) {
      if (slot.pairs > 0) find(slot.pattern) = slot;
    }
  }

  std::vector<PatternCount> slots_;
  std::size_t used_ = 0;
};

}  // namespace sidik::people
