#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::ingest {

/// What a cell's number format makes of a number.
struct XlsxFormat {
  enum class Kind : std::uint8_t { number, date, date_and_time, time, elapsed };
  Kind kind = Kind::number;
  std::uint8_t digits = 0;  ///< a format of only zeros: the number is shown with so many digits
};

/// Reads a format code, for example `dd/mm/yyyy` or `0000`; only its first section, that of positive numbers.
[[nodiscard]] XlsxFormat read_format_code(std::string_view code);
/// The formats that have a number and no code (ECMA-376 part 1, 18.8.30).
[[nodiscard]] XlsxFormat builtin_format(std::uint32_t id);

/// A number as the sheet shows it to who reads it in full: a date or time as ISO 8601 with a blank; a whole number with
/// an exponent in all its digits; else as written, without the digits that only the binary form adds. What is no number
/// or no possible date stays as written.
/// Source   ECMA-376 part 1, 18.17.4.1 (dates; 1900 counts as a leap year, its 29 February has number 60)
[[nodiscard]] std::string number_in_words(std::string_view written, XlsxFormat format, bool since_1904);

/// Whether a number has 16 or more digits before its point; a spreadsheet keeps 15.
enum class LongNumber : std::uint8_t { no, whole, rounded };  ///< rounded: zeros behind the 15th digit
[[nodiscard]] LongNumber long_number(std::string_view shown);

}  // namespace sidik::ingest
