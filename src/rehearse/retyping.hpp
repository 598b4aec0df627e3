#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "rehearse/census.hpp"
#include "rehearse/columns.hpp"
#include "rehearse/date_style.hpp"
#include "rehearse/person.hpp"
#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// How often each way of writing a person anew otherwise happens in a rehearsal, as weights drawn from the seed: no two
/// rehearsals err alike.
inline constexpr std::size_t kRetypings = 25;
using RetypingWeights = std::array<std::uint32_t, kRetypings>;
[[nodiscard]] RetypingWeights draw_retyping_weights(std::uint64_t seed);

/// What is needed to write a record of a person anew.
struct RetypingDesk {
  Record& record;
  const Person& person;
  const Census& census;
  DateStyle dates = DateStyle::iso;  ///< how the system writes days
  RandomStream& stream;
};

/// Changes one to five things of a record as another clerk, another system or the person would: slips in names and
/// numbers, spelling by ear and of old, titles, abbreviations, parts left out or turned round, identifiers missing, day
/// and month swapped, another phone.
///
/// It writes neither the national id nor the card of another person: a slip in a card changes its length.
void retype_record(RetypingDesk desk, const RetypingWeights& weights);

}  // namespace sidik::rehearse
