#pragma once

#include <string_view>

namespace sidik::identify {

/// The published check-digit systems: whether the last character of a number fits the others.
///
/// Input    digits, or digits and upper-case letters where the system has letters; anything else does not pass.
/// Cost     some nanoseconds a character; nothing is allocated.
/// Source   ISO/IEC 7812 (Luhn), ISO 7064; Verhoeff 1969; Damm 2004; Decreto ministeriale 23.12.1976 (codice fiscale).
[[nodiscard]] bool passes_luhn(std::string_view digits);
[[nodiscard]] bool passes_verhoeff(std::string_view digits);
[[nodiscard]] bool passes_damm(std::string_view digits);
[[nodiscard]] bool passes_iso7064_mod11_2(std::string_view text);
[[nodiscard]] bool passes_iso7064_mod11_10(std::string_view digits);
[[nodiscard]] bool passes_iso7064_mod37_2(std::string_view text);
[[nodiscard]] bool passes_iso7064_mod37_36(std::string_view text);
[[nodiscard]] bool passes_codice_fiscale(std::string_view text);

/// 0-9 and A-Z as 0 to 35; -1 for all else.
[[nodiscard]] constexpr int check_value_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return -1;
}

}  // namespace sidik::identify
