#include "origin/date_form.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr int kPivot = 2040;

/// Digits in front, up to four, and how many they are.
struct Number {
  int value = 0;
  std::size_t digits = 0;
};
Number number_at(std::string_view field, std::size_t at) {
  Number out;
  while (at + out.digits < field.size() && out.digits < 4 && text::is_digit(field[at + out.digits])) {
    out.value = out.value * 10 + (field[at + out.digits] - '0');
    ++out.digits;
  }
  return out;
}

DateForm form_of(std::string_view field) {
  const Number first = number_at(field, 0);
  if (first.digits == 4) return field.size() > 4 && text::is_digit(field[4]) ? DateForm::compact : DateForm::ymd;
  const Number second = number_at(field, first.digits + 1);
  if (first.digits == 0 || second.digits == 0) return DateForm::words;
  return second.value > 12 ? DateForm::mdy : DateForm::dmy;
}

}  // namespace

std::string_view date_form_name(DateForm form) {
  static constexpr std::array<std::string_view, kDateForms> kNames{"none", "ymd", "dmy", "mdy", "compact", "words"};
  return kNames[static_cast<std::size_t>(form)];
}

DateReading read_date_form(std::string_view field, const text::MonthNames& months) {
  if (field.size() < 6 || field.size() > 40) return {};
  const bool letters = std::ranges::any_of(field, [](char c) { return text::is_letter(c); });
  if (!letters && std::ranges::count_if(field, [](char c) { return text::is_digit(c); }) < 4) return {};
  auto date = text::parse_date(field, text::DateOrder::day_month_year, months, kPivot);
  if (!date) date = text::parse_date(field, text::DateOrder::month_day_year, months, kPivot);
  if (!date) return {};
  return {form_of(field), date->second_of_day >= 0, date->date.year};
}

DateForms settle_date_forms(const std::array<std::uint64_t, kDateForms>& counts) {
  auto settled = counts;
  const auto at = [&](DateForm form) -> std::uint64_t& { return settled[static_cast<std::size_t>(form)]; };
  if (at(DateForm::mdy) > 0 && 4 * at(DateForm::mdy) > at(DateForm::dmy)) {
    at(DateForm::mdy) += at(DateForm::dmy);
    at(DateForm::dmy) = 0;
  }
  at(DateForm::none) = 0;
  const auto most = std::ranges::max_element(settled);
  return {*most == 0 ? DateForm::none : static_cast<DateForm>(most - settled.begin()), *most};
}

}  // namespace sidik::origin
