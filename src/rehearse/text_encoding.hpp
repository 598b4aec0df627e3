#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sidik::rehearse {

enum class TextEncoding : std::uint8_t { utf8, utf16le, utf16be, windows_1252 };

/// The name that truth.json gives it.
[[nodiscard]] std::string_view encoding_name(TextEncoding encoding);

/// Replaces what `encoding` cannot write by `?`, byte by byte; text that it can write stays as it is. utf8 changes
/// nothing, not even bytes that are no UTF-8.
/// Returns   how many bytes were replaced.
std::size_t fit_to_encoding(std::string& text, TextEncoding encoding);

/// Appends `text` in `encoding`. REQUIRES text that fits (fit_to_encoding), except for utf8.
void append_encoded(std::string& out, std::string_view text, TextEncoding encoding);
/// How many bytes append_encoded appends.
[[nodiscard]] std::size_t encoded_size(std::string_view text, TextEncoding encoding);

}  // namespace sidik::rehearse
