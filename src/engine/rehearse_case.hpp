#pragma once

#include <cstdint>
#include <string>

#include "base/context.hpp"
#include "base/result.hpp"

namespace sidik::engine {

/// Plays the public timeline of May to October 2021 into a case: the dump of a rehearsal (made before, in `rehearsal`)
/// as its exhibit, three hosts on loopback, letters to offices, clocks, the seller's claims, and the statement of each
/// day. Everything goes through the same functions as a desk's own work, at the times of the timeline.
///
/// Caveat   the public record does not tell which link was removed and which was blocked: here two are removed and one
///          is blocked, and the case says that this is invented.
/// Errors   those of open_case and of what follows; engine.truth_unreadable.
[[nodiscard]] Status rehearse_case(const std::string& rehearsal, const std::string& folder, const Context& context);

}  // namespace sidik::engine
