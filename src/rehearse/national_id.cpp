#include "rehearse/national_id.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

std::uint32_t number_at(std::string_view digits, std::size_t at, std::size_t length) {
  std::uint32_t out = 0;
  for (std::size_t i = at; i < at + length; ++i) out = out * 10 + static_cast<std::uint32_t>(digits[i] - '0');
  return out;
}

bool is_possible_birth(std::uint32_t day, std::uint32_t month, std::uint32_t year_of_century) {
  if (day > 40) day -= 40;
  static constexpr std::uint32_t kLongest[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  // 1900 is no leap year but 2000 is, so year 00 has a 29 February in one of the two centuries.
  const bool has_leap_day = month == 2 && year_of_century % 4 == 0;
  return day <= kLongest[month - 1] + (has_leap_day ? 1U : 0U);
}

std::string_view without_blanks(std::string_view value) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!value.empty() && is_space(value.front())) value.remove_prefix(1);
  while (!value.empty() && is_space(value.back())) value.remove_suffix(1);
  return value;
}

}  // namespace

std::uint64_t national_id(std::string_view area6, text::Date birth, bool female, std::uint32_t serial) {
  std::uint64_t out = number_at(area6, 0, 6);
  out = out * 100 + birth.day + (female ? 40U : 0U);
  out = out * 100 + birth.month;
  out = out * 100 + static_cast<std::uint64_t>(birth.year % 100);
  return out * 10000 + serial;
}

NationalIdRule::NationalIdRule(const pack::Pack& pack) : regency_known_(10000, false) {
  for (const pack::Area& area : pack.areas) {
    if (area.code.size() == 4 && std::all_of(area.code.begin(), area.code.end(), text::is_digit)) {
      regency_known_[number_at(area.code, 0, 4)] = true;
    }
  }
}

std::optional<std::uint64_t> NationalIdRule::valid(std::string_view value) const {
  value = without_blanks(value);
  if (value.size() != 16 || !std::all_of(value.begin(), value.end(), text::is_digit)) return std::nullopt;
  if (!regency_known_[number_at(value, 0, 4)]) return std::nullopt;
  if (!is_possible_birth(number_at(value, 6, 2), number_at(value, 8, 2), number_at(value, 10, 2))) return std::nullopt;
  if (number_at(value, 12, 4) == 0) return std::nullopt;
  return static_cast<std::uint64_t>(number_at(value, 0, 8)) * 100000000U + number_at(value, 8, 8);
}

}  // namespace sidik::rehearse
