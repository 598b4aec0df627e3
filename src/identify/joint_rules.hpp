#pragma once

#include <span>
#include <vector>

#include "identify/column_candidates.hpp"
#include "identify/column_profile.hpp"
#include "identify/value_reader.hpp"

namespace sidik::identify {

/// Lets the columns of a table speak about each other: the date that stands inside the NIK beside it is the birth date,
/// the number that is the reference year less the birth year is an age, short numbers beside a card number are its
/// security code, words that stand in the e-mail addresses are names, and so on. Adds to Candidate::joint.
///
/// Rules that compare records need two columns sampled alike (equal `rows`); others look at neighbours.
void apply_joint_rules(std::span<const ColumnProfile> profiles, const ValueReader& values,
                       std::vector<CandidateList>& candidates);

}  // namespace sidik::identify
