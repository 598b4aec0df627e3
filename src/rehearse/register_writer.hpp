#pragma once

#include <string>

#include "base/context.hpp"
#include "rehearse/rehearsal.hpp"

namespace sidik::rehearse {

/// Writes the register of one origin as its owner would export it: its own columns, clean, every person once, in the
/// order of their numbers. Those whose rows leaked and others who did not.
///
/// Errors   rehearse.unwritable, rehearse.cancelled.
Status write_register(const Rehearsal& rehearsal, std::size_t origin, const std::string& path, const Context& context);

}  // namespace sidik::rehearse
