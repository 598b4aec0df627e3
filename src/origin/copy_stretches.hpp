#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/stamp_range.hpp"

namespace sidik::origin {

/// A record with the day on which it was stamped.
struct StampedRecord {
  std::uint64_t record = 0;
  std::int32_t day = 0;
};

/// A stretch of a dump that was copied on one day.
struct CopyStretch {
  std::uint64_t first_record = 0;
  std::uint64_t last_record = 0;  ///< included
  DayRange taken;
};

/// The copies of several days that stand one behind the other in a dump: offices of one system, for example, each of
/// whose databases was taken when the thief was there.
///
/// Method    short stretches, of which neighbours become one while two copies explain their stamps no better than one:
///           behind the end of the earlier copy its records bear stamps by error only, those of the later copy as often
///           as they do (a generalised likelihood ratio; two copies must gain 10 nats). Then each border is sought anew
///           between its neighbours.
/// Input     `records` in file order, a stamp each, not sorted by time; `today` as in range_of_stamps().
/// Output    in file order; one stretch when it is all one copy, none when nothing can be said.
/// Bounds    a copy with fewer than 60 stamps is not told from its neighbours. A file sorted by time ends nowhere; so a
///           stretch whose bulk lies behind the end of the other is no copy of its own.
/// Cost      some hundred times sorting the stamps of two neighbours, a copy.
[[nodiscard]] std::vector<CopyStretch> find_copies(std::span<const StampedRecord> records, std::int32_t today);

}  // namespace sidik::origin
