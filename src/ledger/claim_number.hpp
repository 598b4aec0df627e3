#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sidik::ledger {

/// A count as people write it: 1000000, 1_000_000, 1,000,000, 1.000.000, 1 000 000, 1k, 279M, 1.5M, 2B, 279 juta.
/// Nothing when it is no such number, can be read in two ways (1.234M), is 0, or is over 10^15.
[[nodiscard]] std::optional<std::uint64_t> read_claimed_number(std::string_view text);

}  // namespace sidik::ledger
