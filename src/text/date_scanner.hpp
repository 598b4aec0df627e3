#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "text/dates.hpp"
#include "text/letters.hpp"

/// The pieces of a date as they are written: numbers, month names, times of day, zones. Only dates.cpp uses it.
namespace sidik::text {

/// A longer field is no date. The longest usual writing is that of JavaScript with the zone spelled out.
inline constexpr std::size_t kLongestDate = 80;

/// A run of digits. `value` is that of at most nine digits; `digits` counts all.
struct Number {
  int value = 0;
  int digits = 0;
};

/// Reads the digits at `at` and moves `at` past them.
[[nodiscard]] constexpr Number read_number(std::string_view field, std::size_t& at) {
  Number out;
  for (; at < field.size() && is_digit(field[at]); ++at) {
    if (++out.digits <= 9) out.value = out.value * 10 + (field[at] - '0');
  }
  return out;
}

/// The number that `size` characters at `at` write. REQUIRES: all of them are digits.
[[nodiscard]] constexpr int number_at(std::string_view field, std::size_t at, std::size_t size) {
  int value = 0;
  for (std::size_t index = at; index < at + size; ++index) value = value * 10 + (field[index] - '0');
  return value;
}

/// Reads ` 10:20[:30[.123]] [AM|PM] [zone]`, `T10:20:30Z`, `T102030` or nothing at all into `into`; false when anything
/// else stands there.
[[nodiscard]] bool read_time_to_end(std::string_view rest, DateTime& into);

/// Reads a zone (Z, UTC, GMT, WIB, WITA, WIT, +07:00, +0700, +07, GMT+0700, a name in brackets) or nothing; false for
/// anything else.
[[nodiscard]] bool read_zone_to_end(std::string_view rest, DateTime& into);

/// Stands for the sign of year, month or day in Chinese, Japanese or Korean in ScannedDate::marks.
inline constexpr char kDateSign = 'Y';

/// What scan_date() finds: the numbers in their order, the month when it is written in letters, and the time.
struct ScannedDate {
  std::array<Number, 3> numbers{};
  int number_count = 0;
  std::array<char, 2> marks{' ', ' '};  ///< the last mark between two numbers, a blank when there is none, kDateSign
  int month = 0;                        ///< 0: written as a number
  bool is_month_first = false;          ///< the month name stands before the day
  DateTime time;                        ///< only second_of_day and offset_minutes are set
};

/// Takes apart a date that is not just digits and separators. Nothing when a word in it is no month, weekday, ordinal,
/// particle or zone.
[[nodiscard]] std::optional<ScannedDate> scan_date(std::string_view field, const MonthNames& months);

}  // namespace sidik::text
