#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sidik::text {

/// How many bytes of `bytes` are part of no valid UTF-8 sequence (RFC 3629: no surrogates, no overlong forms).
/// Cost     one pass; ASCII eight bytes at a time.
[[nodiscard]] std::uint64_t count_invalid_utf8(std::string_view bytes);

/// The same text with every invalid byte and every control character (below U+0020, U+007F to U+009F) replaced by
/// U+FFFD.
[[nodiscard]] std::string printable(std::string_view bytes);

/// Appends a code point (<= U+10FFFF, no surrogate) in UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// Whether a text holds a digit or a sign for a number of any script: Unicode's categories Nd, Nl and No.
[[nodiscard]] bool has_number_sign(std::string_view text);

/// What a sign does to a word: it is part of one (letters, marks, numbers), it is not seen (soft hyphens, signs of no
/// width), or it stands between words.
enum class WordSign : std::uint8_t { part, unseen, between };
[[nodiscard]] WordSign word_sign(char32_t sign);

/// Reads one code point at `at` and moves `at` past it; U+FFFD and one byte for an invalid one.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

}  // namespace sidik::text
