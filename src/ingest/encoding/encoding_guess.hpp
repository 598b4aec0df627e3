#pragma once

#include <string>
#include <string_view>

/// What the bytes of a text without a byte order mark say about its encoding.
namespace sidik::ingest {

/// UTF-16LE, UTF-16BE, UTF-32LE or UTF-32BE when the bytes are text in it and in nothing else; else empty. Line ends
/// and delimiters are ASCII in every script, so that wide text always holds NUL bytes at fixed places.
/// Cost     one pass over `head`.
[[nodiscard]] std::string_view guess_wide(std::string_view head);

/// ISO-2022-JP, ISO-2022-KR, ISO-2022-CN or HZ when seven-bit text shifts into it; else empty.
[[nodiscard]] std::string guess_seven_bit(std::string_view head);

/// The encoding of text that has bytes from 0x80 on and is not UTF-8, under a name that ICU knows; never empty.
/// Judged by the lines with such bytes; too few of them are Western (windows-1252 or ISO-8859-1).
/// Source   uchardet's models; between twins (ISO-8859-2 and windows-1250, ...) the bytes that only one of them has
///          as text decide.
[[nodiscard]] std::string guess_eight_bit(std::string_view head);

/// Whether some lines (two, and one in twenty of those beyond ASCII) are UTF-8 and others are not: texts of two
/// encodings behind one another, or records from two systems.
[[nodiscard]] bool has_lines_of_both(std::string_view head);

}  // namespace sidik::ingest
