#pragma once

#include <cstdint>
#include <string_view>

#include "pack/pack.hpp"

namespace sidik::identify {

/// What the confidence in a call follows from.
struct CallGrounds {
  /// `header`, `both`; `values`: the header is not understood; `against`: it leans elsewhere; `blind`: there is none,
  /// or one that could stand over anything; empty: nothing is called.
  std::string_view ground;
  std::uint32_t values = 0;  ///< how many were looked at
  double score = 0;          ///< natural logarithm of the odds against all other candidates and "unknown", as added up
};

/// The probability that a call is right: how often calls of this ground, about as many values and this score were right
/// in rehearsals, read from the curves of the pack, straight between their points and level beyond. Rises with the
/// score. Without curves for the ground it is the score as odds, which promises too much.
[[nodiscard]] double calibrated_confidence(const pack::Pack& pack, const CallGrounds& grounds);

}  // namespace sidik::identify
