#pragma once

#include <cstdint>
#include <string_view>

namespace sidik::ingest {

/// What a cell looks like to the dialect sniffer: coarse, and without any country's knowledge.
enum class CellKind : std::uint8_t { empty, number, date, time, token, address, words, other };

/// number: with sign, separators, currency or percent; date and time: digits with marks; token: letters, digits, _ and
/// - without blanks; address: e-mail or URL or IP; words: several words with usual punctuation; other: all else.
[[nodiscard]] CellKind cell_kind(std::string_view cell);

}  // namespace sidik::ingest
