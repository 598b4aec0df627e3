#pragma once

#include <cstdint>
#include <string>

#include "text/dates.hpp"

namespace sidik::rehearse {

/// The ways in which systems write a day.
enum class DateStyle : std::uint8_t {
  iso,           ///< 1990-04-03
  day_dash,      ///< 03-04-1990
  day_slash,     ///< 03/04/1990
  day_dot,       ///< 03.04.1990
  compact,       ///< 19900403
  iso_midnight,  ///< 1990-04-03 00:00:00
  month_slash,   ///< 04/03/1990
  oracle,        ///< 03-APR-90
  in_words,      ///< 3 APRIL 1990, in Indonesian
};

void append_date(std::string& out, text::Date date, DateStyle style);
/// The day in `style` and the time of day behind it; iso_midnight, oracle and in_words count as iso.
void append_timestamp(std::string& out, text::Date date, std::uint32_t second_of_day, DateStyle style);
/// `value` in decimal with leading zeros, at least `digits` long.
void append_padded(std::string& out, std::uint64_t value, unsigned digits);

}  // namespace sidik::rehearse
