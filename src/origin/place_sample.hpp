#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sidik::origin {

/// Which signature stands where, for a sample of a table's records: all of them in a small table, evenly and by chance
/// in a large one. What is kept depends on the records' numbers alone, not on the order in which they come.
///
/// Bounded   kMost records.
class PlaceSample {
 public:
  struct Place {
    std::uint64_t record = 0;  ///< from 0
    std::uint32_t signature = 0;
  };
  static constexpr std::size_t kMost = std::size_t{1} << 17;

  void add(std::uint64_t record, std::uint32_t signature) {
    if ((mix(record) & mask_) != 0) return;
    places_.push_back({record, signature});
    if (places_.size() > kMost) thin(mask_ * 2 + 1);
  }
  /// `renumber`: what the other's signatures are called here.
  void merge(const PlaceSample& other, std::span<const std::uint32_t> renumber);
  /// In the order of the records.
  [[nodiscard]] std::vector<Place> sorted() const;

 private:
  static std::uint64_t mix(std::uint64_t x) {
    x = (x + 1) * 0x9e3779b97f4a7c15U;
    x ^= x >> 32U;
    x *= 0xd6e8feb86659fd93U;
    return x ^ (x >> 32U);
  }
  void thin(std::uint64_t mask);

  std::uint64_t mask_ = 0;  ///< records whose mixed number has no bit of it are kept
  std::vector<Place> places_;
};

}  // namespace sidik::origin
