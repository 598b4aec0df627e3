#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Letters without a locale. ASCII and Latin letters fold here in tables; all else through ICU.
namespace sidik::text {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
[[nodiscard]] constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
[[nodiscard]] constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }

/// Without blanks, tabs, CR, LF and no-break spaces at both ends.
[[nodiscard]] std::string_view trim(std::string_view field);

/// Lower case, trimmed, every run of white space one blank. ASCII is fast; other letters go through ICU.
[[nodiscard]] std::string fold(std::string_view field);

/// fold() and without diacritics: Hamanová -> hamanova.
[[nodiscard]] std::string fold_plain(std::string_view field);

/// The words of a column header, folded as fold_plain() does: splits at blanks, _ - . / and between camelCase humps and
/// digits; "TglLahir" -> tgl lahir; "EmailAddress" -> email address; "TGLLHR" -> tgllhr; "IPAddress" -> ip address;
/// "c1" -> c 1.
[[nodiscard]] std::vector<std::string> header_words(std::string_view header);

/// Words joined by one blank: how pack::Meaning::headers is written.
[[nodiscard]] std::string normal_header(std::string_view header);

/// The words of a value: runs of letters (any script), digits and apostrophes, folded.
[[nodiscard]] std::vector<std::string> words(std::string_view field);

/// How many code points a UTF-8 text has; invalid bytes count one each.
[[nodiscard]] std::size_t length(std::string_view text);

}  // namespace sidik::text
