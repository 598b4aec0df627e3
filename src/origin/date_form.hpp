#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "origin/stratum_facts.hpp"
#include "text/dates.hpp"

namespace sidik::origin {

/// How one field writes a date. `form` none: it is no date. Where day and month could be either way, `form` is dmy and
/// the column decides.
struct DateReading {
  DateForm form = DateForm::none;
  bool has_time = false;
  int year = 0;
};
[[nodiscard]] DateReading read_date_form(std::string_view field, const text::MonthNames& months);

/// The form of a column from the counts of its fields, and how many fields are written so. A column with a month-first
/// date that cannot be day-first is month-first.
struct DateForms {
  DateForm form = DateForm::none;
  std::uint64_t count = 0;
};
[[nodiscard]] DateForms settle_date_forms(const std::array<std::uint64_t, kDateForms>& counts);

}  // namespace sidik::origin
