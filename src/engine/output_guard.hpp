#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace sidik::engine {

/// Refuses outputs that would overwrite evidence: an output that is one of the inputs (by device and inode, so through
/// links too), or a file inside a folder that is one, or two outputs that are the same file.
/// Errors   engine.output_is_input (refused), engine.outputs_same (usage).
Status guard_outputs(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs);

}  // namespace sidik::engine
