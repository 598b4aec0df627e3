#include "rehearse/date_style.hpp"

#include <string_view>

namespace sidik::rehearse {

namespace {

constexpr std::string_view kShortMonths[] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                             "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr std::string_view kMonths[] = {"JANUARI", "FEBRUARI", "MARET",     "APRIL",   "MEI",      "JUNI",
                                        "JULI",    "AGUSTUS",  "SEPTEMBER", "OKTOBER", "NOVEMBER", "DESEMBER"};

void append_three(std::string& out, unsigned first, unsigned second, int year, char separator) {
  append_padded(out, first, 2);
  out += separator;
  append_padded(out, second, 2);
  out += separator;
  append_padded(out, static_cast<std::uint64_t>(year), 4);
}

void append_iso(std::string& out, text::Date date, bool with_dashes) {
  append_padded(out, static_cast<std::uint64_t>(date.year), 4);
  if (with_dashes) out += '-';
  append_padded(out, date.month, 2);
  if (with_dashes) out += '-';
  append_padded(out, date.day, 2);
}

}  // namespace

void append_padded(std::string& out, std::uint64_t value, unsigned digits) {
  char buffer[24];
  unsigned at = sizeof buffer;
  do {
    buffer[--at] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  while (sizeof buffer - at < digits && at > 0) buffer[--at] = '0';
  out.append(buffer + at, sizeof buffer - at);
}

void append_date(std::string& out, text::Date date, DateStyle style) {
  switch (style) {
    case DateStyle::iso:
      return append_iso(out, date, true);
    case DateStyle::day_dash:
      return append_three(out, date.day, date.month, date.year, '-');
    case DateStyle::day_slash:
      return append_three(out, date.day, date.month, date.year, '/');
    case DateStyle::day_dot:
      return append_three(out, date.day, date.month, date.year, '.');
    case DateStyle::compact:
      return append_iso(out, date, false);
    case DateStyle::iso_midnight:
      append_iso(out, date, true);
      out += " 00:00:00";
      return;
    case DateStyle::month_slash:
      return append_three(out, date.month, date.day, date.year, '/');
    case DateStyle::oracle:
      append_padded(out, date.day, 2);
      out += '-';
      out += kShortMonths[date.month - 1];
      out += '-';
      append_padded(out, static_cast<std::uint64_t>(date.year % 100), 2);
      return;
    case DateStyle::in_words:
      append_padded(out, date.day, 1);
      out += ' ';
      out += kMonths[date.month - 1];
      out += ' ';
      append_padded(out, static_cast<std::uint64_t>(date.year), 4);
      return;
  }
}

void append_timestamp(std::string& out, text::Date date, std::uint32_t second_of_day, DateStyle style) {
  const bool is_plain = style == DateStyle::iso_midnight || style == DateStyle::oracle || style == DateStyle::in_words;
  append_date(out, date, is_plain ? DateStyle::iso : style);
  if (style == DateStyle::compact) {
    append_padded(out, second_of_day / 3600, 2);
    append_padded(out, second_of_day / 60 % 60, 2);
    append_padded(out, second_of_day % 60, 2);
    return;
  }
  out += ' ';
  append_padded(out, second_of_day / 3600, 2);
  out += ':';
  append_padded(out, second_of_day / 60 % 60, 2);
  out += ':';
  append_padded(out, second_of_day % 60, 2);
}

}  // namespace sidik::rehearse
