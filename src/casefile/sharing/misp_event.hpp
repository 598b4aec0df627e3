#pragma once

#include "casefile/sharing/shared_case.hpp"

namespace sidik::casefile {

/// A case as an event of MISP: exhibits as `file` objects, links as `url` objects, actors, facts with their
/// definitions, statements.
///
/// Output   `{"Event": ...}`, not published, for the own organisation alone (distribution 0) and marked TLP:AMBER:
///          whoever imports it decides who sees it. Nothing is meant for detection (`to_ids` false).
/// Source   draft-dulaunoy-misp-core-format-20; templates `file` 25 and `url` 10 of misp-objects.
[[nodiscard]] Json misp_event(const SharedCase& shared);

}  // namespace sidik::casefile
