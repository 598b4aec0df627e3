#pragma once

#include <string>
#include <string_view>

namespace sidik::text {

/// A value that shows its form and not its content: of every word of three or more letters the first letter stays, of a
/// run of eight or more digits the first two; every other letter, digit or mark becomes a dot (U+2022); blanks
/// and the marks - / . , : ' ( ) + stay. E-mail addresses keep only the top-level domain. At most 40 code points, then
/// an ellipsis. What it leaks: lengths, initials, the first two digits of a long number (a province of a NIK).
[[nodiscard]] std::string mask(std::string_view field);

}  // namespace sidik::text
