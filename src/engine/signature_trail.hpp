#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sidik::engine {

/// The signatures that one thread gave to records, batch after batch.
/// Cost     4 bytes a record.
class SignatureTrail {
 public:
  struct Stretch {
    std::uint64_t first_record = 0;
    std::size_t first = 0;  ///< of `numbers()`
    std::size_t count = 0;
  };
  void add(std::uint64_t first_record, std::span<const std::uint32_t> numbers) {
    const bool goes_on =
        !stretches_.empty() && stretches_.back().first_record + stretches_.back().count == first_record;
    if (goes_on)
      stretches_.back().count += numbers.size();
    else
      stretches_.push_back({first_record, numbers_.size(), numbers.size()});
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
  }
  /// Calls `take(record, number)` for every record.
  template <class Take>
  void for_each(Take take) const {
    for (const Stretch& stretch : stretches_) {
      for (std::size_t i = 0; i < stretch.count; ++i) take(stretch.first_record + i, numbers_[stretch.first + i]);
    }
  }

 private:
  std::vector<Stretch> stretches_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace sidik::engine
