#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/reader.hpp"

namespace sidik::ingest {

/// How many first bytes of a text its encoding is judged by; fewer are the whole text.
inline constexpr std::size_t kEncodingHead = std::size_t{1} << 16;

/// The character encoding of a member.
struct Encoding {
  std::string name = "UTF-8";  ///< a name that ICU knows
  std::size_t mark_bytes = 0;  ///< length of the byte order mark
  Decider by = Decider::guessed;
  [[nodiscard]] bool is_utf8() const { return name == "UTF-8"; }
};

/// Finds the encoding from the first bytes: byte order mark, else the NUL pattern of UTF-16 and UTF-32, else UTF-8 when
/// nearly all of it is valid, else what uchardet says when there is enough to judge by, else Windows-1252 or Latin-1;
/// UTF-8 again when that is Western and some lines are UTF-8 (EncodingMender reads the others).
/// `user` is taken as it is, except that a matching byte order mark is still skipped.
/// Errors   ingest.encoding_unknown (usage) when ICU has no converter of the user's name.
[[nodiscard]] Result<Encoding> detect_encoding(std::string_view head, const std::optional<std::string>& user);

[[nodiscard]] bool has_high_byte(std::string_view text);

/// Whether the text holds so many control characters that it is no text: more than one in 64, or more than
/// half of it NUL (some NUL bytes are a damaged text, and counted).
/// The bytes of `delimiter` do not count, nor does 0x01 when nearly all lines hold it equally often (Hive's delimiter).
[[nodiscard]] bool is_binary(std::string_view decoded_head, std::string_view delimiter = {});

}  // namespace sidik::ingest
