#pragma once

#include <cstdint>
#include <string>

namespace sidik::ledger {

/// A count as it stands in a sentence: 1,000,003.
[[nodiscard]] std::string grouped(std::uint64_t number);

}  // namespace sidik::ledger
