#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "people/blocking_plan.hpp"
#include "people/match_model.hpp"
#include "people/record_store.hpp"

namespace sidik::people {

/// How much of the pairs of one person the blocking passes yield.
struct BlockingRecall {
  std::vector<double> by_pass;  ///< share that the pass yields by itself
  double all = 1;               ///< share that at least one yields
  std::size_t planted = 0;      ///< pairs that it was measured on
};

/// Measures the passes on planted duplicates: records of the store, drawn at random and altered field by field as often
/// and as far as the model found the records of one person to differ (an edit or two, another value of the column,
/// none). Seeded by the store's size; nothing is added to the store. Cost     planted x (fields + passes), some 30 ms.
[[nodiscard]] BlockingRecall measure_blocking(const RecordStore& store, std::span<const BlockingPass> passes,
                                              const MatchModel& model);

}  // namespace sidik::people
