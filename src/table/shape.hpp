#pragma once

#include <cstdint>
#include <string_view>

namespace sidik::table {

/// The coarse shape of a field: what its characters are, never which. 4 bits, so that a row of shapes is its signature.
enum class ShapeClass : std::uint8_t {
  empty,
  digits,        ///< only 0-9
  decimal,       ///< a number with sign, point or exponent
  hexadecimal,   ///< 0-9 a-f, at least one letter and one digit, at least 8 long
  upper,         ///< letters in upper case, blanks, points, apostrophes
  lower,         ///< the same in lower case
  mixed,         ///< letters of both cases, blanks, points, apostrophes
  alphanumeric,  ///< letters and digits without blanks
  date,          ///< digits with - / . between, 8 to 10 long
  timestamp,     ///< a date followed by a time
  email,         ///< one @ with text on both sides
  phone,         ///< + or digits with blanks, -, ( )
  symbols,       ///< no letter and no digit
  text,          ///< all else
};
inline constexpr std::size_t kShapeClasses = 14;

[[nodiscard]] ShapeClass shape_of(std::string_view field);
[[nodiscard]] std::string_view shape_name(ShapeClass shape);

}  // namespace sidik::table
