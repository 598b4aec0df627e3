#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "origin/record_draw.hpp"

namespace sidik::origin {

/// The days and times that records bear, as they stand and many more of them than RowSample keeps: the day on which a
/// copy was taken is read off the last few. Which records are kept depends on their numbers alone.
///
/// Bounded   kMost fields of some 40 bytes; of a field no more than kMostBytes, which is a date and a time.
class StampSample {
 public:
  static constexpr std::size_t kMost = std::size_t{1} << 18;
  static constexpr std::size_t kMostBytes = 24;

  class Field {
   public:
    Field(std::uint64_t record, std::uint32_t signature, std::uint16_t column, std::string_view text);
    [[nodiscard]] std::string_view text() const { return {text_.data(), size_}; }
    std::uint64_t record = 0;
    std::uint32_t signature = 0;
    std::uint16_t column = 0;

   private:
    std::uint8_t size_ = 0;
    std::array<char, kMostBytes> text_{};
  };

  [[nodiscard]] bool wants(std::uint64_t record) const { return draw_.wants(record); }
  /// All fields of a record before those of another one.
  void add(const Field& field);
  /// `renumber`: what the other's signatures are called here.
  void merge(const StampSample& other, std::span<const std::uint32_t> renumber);
  /// In the order in which they were added; a table that was read side by side is not in that of its records.
  [[nodiscard]] std::span<const Field> fields() const { return fields_; }

 private:
  void thin();

  RecordDraw draw_{5};
  std::vector<Field> fields_;
};

}  // namespace sidik::origin
