#pragma once

#include <cstdint>

#include "people/linker.hpp"

namespace sidik::people {

/// A figure and the ends of its 95 % interval.
struct Bounded {
  double value = 0;
  double low = 0;
  double high = 0;
};

/// How far a linkage can be relied on, by its own account.
struct Reliability {
  Bounded persons;
  Bounded precision;  ///< of linked pairs of distinct records
  Bounded recall;     ///< of pairs of one person: what blocking yields times what the model then links
};

/// Reads the reliability off the links: a link of probability p within a person is wrong in 1 - p of the cases, one
/// between two persons was missed in p of them; what blocking did not yield is missed in proportion to the mergers.
///
/// Output   `persons` has the count corrected by both; the interval holds the count as well. It covers chance and half
/// of
///          what was corrected, since the correction rests on the same model.
/// What it does not know: errors that the model is sure of, such as two namesakes of one birth date.
[[nodiscard]] Reliability judge_linkage(const Linkage& linkage);

}  // namespace sidik::people
