#pragma once

#include "casefile/sharing/shared_case.hpp"

namespace sidik::casefile {

/// A case as a graph of CASE/UCO 1.5 in JSON-LD: the investigation, the exhibits with their provenance, where the data
/// was offered, actors as identities, facts and statements as annotations.
/// Source   CASE 1.5.0 and UCO 1.5.0; checked by `case_validate`.
[[nodiscard]] Json case_graph(const SharedCase& shared);

}  // namespace sidik::casefile
