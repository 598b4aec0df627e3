#pragma once

#include <compare>
#include <cstdint>

namespace sidik {

/// A number with a unit. Two units never mix silently; `.value` is the way out.
template <class Tag, class Number>
struct Unit {
  Number value{};
  constexpr Unit() = default;
  explicit constexpr Unit(Number number) : value(number) {}
  friend constexpr auto operator<=>(Unit, Unit) = default;
  constexpr Unit& operator+=(Unit other) {
    value += other.value;
    return *this;
  }
  friend constexpr Unit operator+(Unit left, Unit right) { return Unit(left.value + right.value); }
  friend constexpr Unit operator-(Unit left, Unit right) { return Unit(left.value - right.value); }
};

/// A position in a member's bytes as they lie in the file (before transcoding), from 0.
using ByteOffset = Unit<struct ByteOffsetTag, std::uint64_t>;
/// A number of bytes.
using ByteCount = Unit<struct ByteCountTag, std::uint64_t>;
/// The place of a record in its table, from 0; printed from 1.
using RecordIndex = Unit<struct RecordIndexTag, std::uint64_t>;
/// The place of a column in its table, from 0; printed from 1.
using ColumnIndex = Unit<struct ColumnIndexTag, std::uint32_t>;
/// Between 0 and 1.
using Probability = Unit<struct ProbabilityTag, double>;
/// A weight of evidence to base 2.
using Bits = Unit<struct BitsTag, double>;
/// A weight of evidence to base 10.
using Log10Lr = Unit<struct Log10LrTag, double>;

}  // namespace sidik
