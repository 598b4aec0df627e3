#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/record_draw.hpp"

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
    if (!draw_.wants(record)) return;
    places_.push_back({record, signature});
    if (places_.size() <= kMost) return;
    draw_.halve();
    thin();
  }
  /// `renumber`: what the other's signatures are called here.
  void merge(const PlaceSample& other, std::span<const std::uint32_t> renumber);
  /// In the order of the records.
  [[nodiscard]] std::vector<Place> sorted() const;

 private:
  void thin();

  RecordDraw draw_{1};
  std::vector<Place> places_;
};

}  // namespace sidik::origin
