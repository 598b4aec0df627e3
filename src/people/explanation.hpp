#pragma once

#include <string>
#include <vector>

#include "people/pair_scorer.hpp"

namespace sidik::people {

/// What one field of a pair says.
struct FieldSays {
  std::size_t field = 0;
  Level level = Level::missing;
  double bits = 0;    ///< of the level
  double rarity = 0;  ///< that the value is rare adds, or that it is frequent takes away
};

/// Why two records are one person or two: `before` and the bits of the fields add up to `total`, except that what
/// relatives share counts no more than its bin allows; `bounded` is what that takes away or gives.
struct Explanation {
  double before = 0;  ///< log2 odds of two records drawn at random
  std::vector<FieldSays> fields;
  double bounded = 0;
  double total = 0;
};

[[nodiscard]] Explanation explain_pair(const RecordStore& store, const MatchModel& model,
                                       const TermFrequency& frequency, RecordNumber left, RecordNumber right);

}  // namespace sidik::people
