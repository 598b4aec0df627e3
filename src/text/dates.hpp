#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sidik::text {

/// A day of the Gregorian calendar. year 1..9999, month 1..12, day 1..31, always a day that exists.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// A date with a time of day where there is one.
struct DateTime {
  Date date;
  std::int32_t second_of_day = -1;  ///< -1: no time was written
  std::int32_t offset_minutes = 0;  ///< of a written zone, else 0
  bool two_digit_year = false;
};

/// Which part comes first where the writing alone does not tell (03/04/1990). A column decides, not a value.
enum class DateOrder : std::uint8_t { year_month_day, day_month_year, month_day_year };

using MonthNames = std::unordered_map<std::string, std::uint8_t>;

[[nodiscard]] bool is_real_date(int year, int month, int day);

/// Reads a date, or date and time, in any usual writing: 1990-04-03, 3/4/1990, 03-04-90, 03.04.1990, 19900403, 3 April
/// 1990, 03-APR-90, April 3, 1990, 1990-04-03T10:20:30Z, 03/04/1990 10:20[:30[.123]] [AM|PM], with or without weekday.
/// `order` decides only where year and month names do not, and then strictly: 03/25/1990 is no date in day_month_year;
/// with year_month_day a date that ends in a four-digit year is read day first. Digits alone are a date only as
/// yyyymmdd or yyyymmddhhmmss of the years 1800 to 2199. `months` maps folded month names to numbers. Two-digit years
/// fall in [pivot - 99, pivot]. Output   nothing when it is not a date that exists. 0000-00-00 is nothing. Cost     one
/// pass, no allocation unless a month is written in letters.
[[nodiscard]] std::optional<DateTime> parse_date(std::string_view field, DateOrder order, const MonthNames& months,
                                                 int pivot);

/// Days since 1970-01-01; negative before.
[[nodiscard]] std::int32_t day_number(Date date);
[[nodiscard]] Date from_day_number(std::int32_t days);

}  // namespace sidik::text
