#include "text/dates.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/date_scanner.hpp"
#include "text/letters.hpp"

namespace sidik::text {
namespace {

constexpr int kFirstCompactYear = 1800;
constexpr int kLastCompactYear = 2199;
constexpr int kFewestDigits = 3;  // April 3, '90

constexpr std::array<int, 12> kDaysInMonth{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in(int year, int month) {
  return month == 2 && is_leap(year) ? 29 : kDaysInMonth[static_cast<std::size_t>(month - 1)];
}

std::optional<DateTime> dated(int year, int month, int day, bool two_digit_year) {
  if (!is_real_date(year, month, day)) return std::nullopt;
  DateTime out;
  out.date = {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
  out.two_digit_year = two_digit_year;
  return out;
}

std::optional<DateTime> with_year(Number year, int month, int day, int pivot) {
  if (year.digits == 4) return dated(year.value, month, day, false);
  if (year.digits != 2) return std::nullopt;
  const int back = ((pivot - year.value) % 100 + 100) % 100;
  return dated(pivot - back, month, day, true);
}

/// yyyymmdd and yyyymmddhhmmss; a time may follow the first after a T or a blank.
std::optional<DateTime> parse_compact(std::string_view field, std::size_t digits) {
  const int year = number_at(field, 0, 4);
  if (year < kFirstCompactYear || year > kLastCompactYear) return std::nullopt;
  auto out = dated(year, number_at(field, 4, 2), number_at(field, 6, 2), false);
  if (!out) return std::nullopt;
  if (digits == 14) {
    const int hour = number_at(field, 8, 2);
    const int minute = number_at(field, 10, 2);
    const int second = number_at(field, 12, 2);
    if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
    out->second_of_day = hour * 3600 + minute * 60 + second;
    return read_zone_to_end(field.substr(14), *out) ? out : std::nullopt;
  }
  return read_time_to_end(field.substr(8), *out) ? out : std::nullopt;
}

/// Three numbers of which at most one tells by its four digits that it is the year.
std::optional<DateTime> from_three_numbers(Number first, Number second, Number third, DateOrder order, int pivot) {
  if (second.digits > 2) return std::nullopt;
  if (first.digits == 4) {
    return third.digits <= 2 ? with_year(first, second.value, third.value, pivot) : std::nullopt;
  }
  if (first.digits > 2) return std::nullopt;
  if (third.digits != 4 && order == DateOrder::year_month_day) {
    return third.digits <= 2 ? with_year(first, second.value, third.value, pivot) : std::nullopt;
  }
  if (order == DateOrder::month_day_year) return with_year(third, first.value, second.value, pivot);
  return with_year(third, second.value, first.value, pivot);
}

/// Of three short numbers with blanks or colons between them nothing tells that they are a date.
constexpr bool may_separate(char separator, Number first, Number third) {
  if (separator == ':') return first.digits == 4;
  return separator != ' ' || first.digits == 4 || third.digits == 4;
}

constexpr bool is_date_separator(char c) { return c == '-' || c == '/' || c == '.' || c == ' ' || c == ':'; }

/// Digits, one separator twice, digits: nearly every date of a dump. `is_other` tells that the slow way must look.
std::optional<DateTime> parse_numeric(std::string_view field, DateOrder order, int pivot, bool& is_other) {
  std::size_t at = 0;
  const Number first = read_number(field, at);
  if (at == 8 || at == 14) return parse_compact(field, at);
  if (first.digits == 0 || first.digits > 4 || at == field.size() || !is_date_separator(field[at])) {
    is_other = first.digits > 0 && first.digits <= 4 && at < field.size();
    return std::nullopt;
  }
  const char separator = field[at++];
  const Number second = read_number(field, at);
  if (second.digits == 0 || second.digits > 2 || at == field.size() || field[at] != separator) {
    is_other = second.digits <= 2 && at < field.size();
    return std::nullopt;
  }
  ++at;
  const Number third = read_number(field, at);
  if (third.digits == 0) {
    is_other = true;
    return std::nullopt;
  }
  if (!may_separate(separator, first, third)) return std::nullopt;
  auto out = from_three_numbers(first, second, third, order, pivot);
  if (!out) return std::nullopt;
  if (at == field.size()) return out;
  if (read_time_to_end(field.substr(at), *out)) return out;
  is_other = true;
  return std::nullopt;
}

std::optional<DateTime> assemble(const ScannedDate& scanned, DateOrder order, int pivot) {
  std::optional<DateTime> out;
  if (scanned.month != 0 && scanned.number_count == 2) {
    const Number first = scanned.numbers[0];
    const Number second = scanned.numbers[1];
    const bool is_year_first =
        !scanned.is_month_first && (first.digits == 4 || (second.digits <= 2 && order == DateOrder::year_month_day &&
                                                          first.digits == 2 && first.value > 31));
    const Number year = is_year_first ? first : second;
    const Number day = is_year_first ? second : first;
    if (day.digits <= 2) out = with_year(year, scanned.month, day.value, pivot);
  } else if (scanned.month == 0 && scanned.number_count == 3 && scanned.marks[0] == scanned.marks[1] &&
             may_separate(scanned.marks[0], scanned.numbers[0], scanned.numbers[2])) {
    out = from_three_numbers(scanned.numbers[0], scanned.numbers[1], scanned.numbers[2], order, pivot);
  }
  if (!out) return std::nullopt;
  out->second_of_day = scanned.time.second_of_day;
  out->offset_minutes = scanned.time.offset_minutes;
  return out;
}

}  // namespace

bool is_real_date(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

std::optional<DateTime> parse_date(std::string_view field, DateOrder order, const MonthNames& months, int pivot) {
  field = trim(field);
  if (field.size() < 6 || field.size() > kLongestDate) return std::nullopt;
  bool is_other = !is_digit(field.front());
  if (is_other && std::ranges::count_if(field, is_digit) < kFewestDigits) return std::nullopt;
  if (!is_other) {
    auto out = parse_numeric(field, order, pivot, is_other);
    if (out || !is_other) return out;
  }
  const auto scanned = scan_date(field, months);
  return scanned ? assemble(*scanned, order, pivot) : std::nullopt;
}

// Both ways count eras of 400 years from 1 March of year 0, so that the leap day ends a year.
// Source: Howard Hinnant, chrono-compatible low-level date algorithms, 2013.
std::int32_t day_number(Date date) {
  const int year = date.year - (date.month <= 2 ? 1 : 0);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date from_day_number(std::int32_t days) {
  const int shifted = days + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

}  // namespace sidik::text
