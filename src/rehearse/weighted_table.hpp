#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// Draws indices by integer weights from a table that is too long for RandomStream::weighted.
/// Cost     O(log n) a draw.
class WeightedTable {
 public:
  void add(std::uint64_t weight) { sums_.push_back(total() + weight); }
  [[nodiscard]] std::uint64_t total() const { return sums_.empty() ? 0 : sums_.back(); }
  [[nodiscard]] std::size_t size() const { return sums_.size(); }
  /// REQUIRES total() > 0.
  std::size_t draw(RandomStream& stream) const {
    const std::uint64_t at = stream.below(total());
    return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), at) - sums_.begin());
  }

 private:
  std::vector<std::uint64_t> sums_;
};

}  // namespace sidik::rehearse
