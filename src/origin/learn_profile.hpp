#pragma once

#include "origin/stratum_facts.hpp"
#include "pack/origin_profile.hpp"
#include "pack/pack.hpp"

namespace sidik::origin {

/// A profile of the system that a register comes from: what its columns mean and how they are written, without a value
/// of a person. A code list is kept only where the meaning allows one (pack::may_list_codes), every code stands in many
/// records and none looks like a number of a person; prefixes only for numbers, two characters long, that nearly all
/// values share.
///
/// `id` begins with kind. for an archetype. The profile passes pack::faults_of() but for the source that an institution
/// needs, which a person must add.
[[nodiscard]] pack::OriginProfile learn_profile(const StratumFacts& facts, const std::string& id,
                                                const pack::Pack& pack);

/// How two profiles differ: sentences, columns first.
[[nodiscard]] std::vector<std::string> differences(const pack::OriginProfile& left, const pack::OriginProfile& right);

}  // namespace sidik::origin
