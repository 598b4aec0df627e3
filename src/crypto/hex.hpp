#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::crypto {

/// Two digits a byte, lower case.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);
/// Nothing for an odd number of digits or a sign that is none; both cases of letters are read.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> from_hex(std::string_view text);

}  // namespace sidik::crypto
