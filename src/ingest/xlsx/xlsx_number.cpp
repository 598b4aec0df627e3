#include "ingest/xlsx/xlsx_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr double kPastLastDay = 2958466;  // 9999-12-31 is the day before
constexpr std::int64_t kMillisecondsADay = 86'400'000;

std::optional<double> as_double(std::string_view written) {
  double number = 0;
  const auto end = std::from_chars(written.data(), written.data() + written.size(), number);
  if (end.ec != std::errc() || end.ptr != written.data() + written.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

std::string date_in_words(std::int64_t day, bool since_1904) {
  if (!since_1904 && day == 60) return "1900-02-29";
  const auto first = since_1904 ? std::chrono::sys_days{std::chrono::year{1904} / 1 / 1}
                     : day < 60 ? std::chrono::sys_days{std::chrono::year{1899} / 12 / 31}
                                : std::chrono::sys_days{std::chrono::year{1899} / 12 / 30};
  const std::chrono::year_month_day date{first + std::chrono::days{day}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string time_in_words(std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds / 1000;
  std::string text = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (milliseconds % 1000 != 0) text += fmt::format(".{:03}", milliseconds % 1000);
  return text;
}

/// Nothing when the number is no moment that a sheet can show.
std::optional<std::string> moment_in_words(double number, XlsxFormat::Kind kind, bool since_1904) {
  if (number < 0 || number >= kPastLastDay) return std::nullopt;
  const auto milliseconds = static_cast<std::int64_t>(std::llround(number * static_cast<double>(kMillisecondsADay)));
  const std::int64_t day = milliseconds / kMillisecondsADay;
  const std::int64_t rest = milliseconds % kMillisecondsADay;
  if (kind == XlsxFormat::Kind::elapsed) return time_in_words(milliseconds);
  const bool has_no_day = day == 0 && !since_1904;
  if (kind == XlsxFormat::Kind::time && day == 0) return time_in_words(rest);
  if (has_no_day) return kind == XlsxFormat::Kind::date ? std::nullopt : std::optional(time_in_words(rest));
  std::string text = date_in_words(day, since_1904);
  if (kind != XlsxFormat::Kind::date || rest != 0) text += ' ' + time_in_words(rest);
  return text;
}

/// A number with an exponent that makes it whole, in all its digits; else nothing.
std::optional<std::string> in_all_digits(std::string_view written) {
  constexpr int kMostExponent = 40;
  const auto mark = written.find_first_of("eE");
  if (mark == std::string_view::npos) return std::nullopt;
  std::string_view power = written.substr(mark + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  int exponent = 0;
  const auto end = std::from_chars(power.data(), power.data() + power.size(), exponent);
  if (end.ec != std::errc() || end.ptr != power.data() + power.size() || exponent < 0 || exponent > kMostExponent)
    return std::nullopt;
  std::string_view mantissa = written.substr(0, mark);
  const bool is_negative = mantissa.starts_with('-');
  if (is_negative) mantissa.remove_prefix(1);
  const auto point = std::min(mantissa.find('.'), mantissa.size());
  std::string digits(mantissa.substr(0, point));
  std::string_view fraction = point < mantissa.size() ? mantissa.substr(point + 1) : std::string_view();
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  if (fraction.size() > static_cast<std::size_t>(exponent)) return std::nullopt;
  digits += fraction;
  digits.append(static_cast<std::size_t>(exponent) - fraction.size(), '0');
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return is_negative ? '-' + digits : digits;
}

std::size_t significant_digits(std::string_view written) {
  std::size_t digits = 0;
  for (const char c : written.substr(0, written.find_first_of("eE"))) {
    if (text::is_digit(c) && (digits > 0 || c != '0')) ++digits;
  }
  return digits;
}

}  // namespace

XlsxFormat read_format_code(std::string_view code) {
  bool has_day = false;
  bool has_clock = false;
  bool has_elapsed = false;
  bool has_minute_or_month = false;
  std::size_t zeros = 0;
  bool has_only_zeros = true;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = text::to_lower(code[at]);
    if (c == '0') ++zeros;
    has_only_zeros = has_only_zeros && c == '0';
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (c == '[') {
      const std::size_t close = std::min(code.find(']', at), code.size());
      const std::string inside = text::fold(code.substr(at + 1, close - at - 1));
      has_elapsed = has_elapsed || (!inside.empty() && inside.find_first_not_of("hms") == std::string::npos);
      at = close;
    } else if (c == 'g' && text::fold(code.substr(at, 7)) == "general") {
      at += 6;
    } else {
      has_day = has_day || c == 'd' || c == 'y';
      has_clock = has_clock || c == 'h' || c == 's';
      has_minute_or_month = has_minute_or_month || c == 'm';
    }
  }
  XlsxFormat format;
  using Kind = XlsxFormat::Kind;
  constexpr std::size_t kMostZeros = 30;
  if (has_elapsed) {
    format.kind = Kind::elapsed;
  } else if (has_clock) {
    format.kind = has_day ? Kind::date_and_time : Kind::time;
  } else if (has_day || has_minute_or_month) {
    format.kind = Kind::date;
  } else if (has_only_zeros && zeros > 1 && zeros <= kMostZeros) {
    format.digits = static_cast<std::uint8_t>(zeros);
  }
  return format;
}

XlsxFormat builtin_format(std::uint32_t id) {
  using Kind = XlsxFormat::Kind;
  if (id == 22) return {Kind::date_and_time, 0};
  if ((id >= 18 && id <= 21) || id == 45 || id == 47 || (id >= 32 && id <= 35)) return {Kind::time, 0};
  if (id == 46) return {Kind::elapsed, 0};
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return {Kind::date, 0};
  return {};
}

std::string number_in_words(std::string_view written, XlsxFormat format, bool since_1904) {
  constexpr std::size_t kPlainDigits = 15;
  const bool is_short = written.size() <= kPlainDigits && written.size() >= format.digits;
  if (format.kind == XlsxFormat::Kind::number && is_short && std::ranges::all_of(written, text::is_digit))
    return std::string(written);  // most numbers need no more
  const auto number = as_double(written);
  if (!number) return std::string(written);
  if (format.kind != XlsxFormat::Kind::number)
    return moment_in_words(*number, format.kind, since_1904).value_or(std::string(written));
  std::string text(written);
  if (auto digits = in_all_digits(written)) {
    text = std::move(*digits);
  } else if (written.find_first_of(".eE") != std::string_view::npos && significant_digits(written) > 15) {
    std::array<char, 40> shortest{};
    const auto end = std::to_chars(shortest.data(), shortest.data() + shortest.size(), *number);
    text.assign(shortest.data(), end.ptr);
  }
  const bool is_plain = std::ranges::all_of(text, [](char c) { return text::is_digit(c); });
  if (is_plain && text.size() < format.digits) text.insert(0, format.digits - text.size(), '0');
  return text;
}

LongNumber long_number(std::string_view shown) {
  constexpr std::size_t kKeptDigits = 15;
  if (shown.starts_with('-')) shown.remove_prefix(1);
  const bool is_plain = std::ranges::all_of(shown, [](char c) { return text::is_digit(c); });
  if (!is_plain || shown.size() <= kKeptDigits) return LongNumber::no;
  return shown.find_first_not_of('0', kKeptDigits) == std::string_view::npos ? LongNumber::rounded : LongNumber::whole;
}

}  // namespace sidik::ingest
