#pragma once

namespace sidik::identify {

/// One field after its check. `fault` is a static word: wrong_length, not_digits, unknown_area, impossible_date,
/// serial_zero, check_digit, spreadsheet_damage, zeros_lost, not_in_list, ...; null when the value is fine or there is
/// nothing to check.
struct FieldCheck {
  bool valid = true;
  const char* fault = nullptr;  ///< may be set on a valid field too: noticed (unknown_district)
};

}  // namespace sidik::identify
