#pragma once

#include <cstdint>
#include <string>

#include "report/overview.hpp"

/// Figures of a document as every report writes them.
namespace sidik::report {

/// A number that counts, from an estimate; 0 when it is none.
[[nodiscard]] std::uint64_t whole(double number);
/// A share between 0 and 1 with its sign: 99.2 %.
[[nodiscard]] std::string share_in_words(const Words& words, double share);

}  // namespace sidik::report
