#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "people/clusters.hpp"
#include "people/expectation.hpp"
#include "people/planted_pairs.hpp"
#include "people/record_store.hpp"

namespace sidik::people {

/// A blocking pass as it went.
struct PassOutcome {
  std::vector<std::string> by;
  double pairs = 0;         ///< compared in it, each pair in the first pass that yields it
  double not_compared = 0;  ///< of blocks that were split
  double recall = 0;        ///< share of planted pairs that it yields
};

/// Records put into persons.
struct Linkage {
  std::vector<std::uint32_t> person_of_record;
  std::uint32_t persons = 0;
  MatchModel model;
  std::vector<PassOutcome> passes;
  std::vector<Link> links;  ///< pairs of kLeastBits or more
  double pairs = 0;         ///< compared
  double not_compared = 0;
  BlockingRecall blocking;
};

/// Links with less are not kept.
inline constexpr float kLeastBits = -6;

/// The whole of record linkage without labels: plans the passes, surveys all pairs, trains the model on the pairs of
/// some blocks, weighs the pairs of all blocks, clusters; then once more with the frequency of values counted by
/// person.
///
/// Input    a store with at least one field; `trained`: a model of these fields, which is taken as it is.
/// Output   the same for the same store, whatever the number of threads.
/// Cost     O(records x passes) and some 25 pairs a record; memory 64 bytes a record beside the store and 12 a link.
/// A work that is cancelled yields what was linked until then.
[[nodiscard]] Linkage link(const RecordStore& store, const Context& context,
                           const std::optional<MatchModel>& trained = {});

}  // namespace sidik::people
