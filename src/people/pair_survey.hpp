#pragma once

#include "people/expectation.hpp"
#include "people/record_store.hpp"

namespace sidik::people {

/// Looks at all pairs of the records, field by field: equal values are counted exactly, the other levels on pairs drawn
/// at random, or on all pairs when there are few records. Seeded; the same store gives the same figures. Cost     some
/// 0.3 s.
[[nodiscard]] AllPairs survey_pairs(const RecordStore& store);

}  // namespace sidik::people
