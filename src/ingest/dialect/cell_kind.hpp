#pragma once

#include <cstdint>
#include <string_view>

namespace sidik::ingest {

/// What a cell looks like to the dialect sniffer: coarse, and without any country's knowledge.
enum class CellKind : std::uint8_t { empty, number, date, time, token, address, words, other };

/// number: with sign, separators, currency or percent; date and time: digits with marks; token: letters, digits, _ and
/// - without blanks; address: e-mail or URL or IP; words: several words with usual punctuation; other: all else.
[[nodiscard]] CellKind cell_kind(std::string_view cell);

/// Whether a cell is one value although marks stand in it: an e-mail address, a URL without user or list marks, a date
/// with or without time, a time, colon-separated hexadecimal (MAC, IPv6), a hash of the form $id$...$...
[[nodiscard]] bool is_whole_value(std::string_view cell);

[[nodiscard]] bool is_mail(std::string_view cell);

}  // namespace sidik::ingest
