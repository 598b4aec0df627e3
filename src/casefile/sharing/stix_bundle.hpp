#pragma once

#include "casefile/sharing/shared_case.hpp"

namespace sidik::casefile {

/// A case as a bundle of STIX 2.1: the office, the incident, files and URLs as observed data, threat actors, facts and
/// posts as notes, statements as reports, and how they hang together.
///
/// Everything is marked TLP:AMBER. Ids are stable, so a newer bundle updates an older one.
/// Source   OASIS STIX 2.1, 10 June 2021.
[[nodiscard]] Json stix_bundle(const SharedCase& shared);

}  // namespace sidik::casefile
