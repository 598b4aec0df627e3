#pragma once

#include <optional>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/examine.hpp"
#include "findings/document.hpp"

namespace sidik::engine {

/// Whose copy leaked, where the request names marks or copies; else nothing.
/// Errors   engine.trace_one_file (usage): more than one path, or standard input; those of trace_dump.
[[nodiscard]] Result<std::optional<findings::Copies>> trace_copies(const ExamineRequest& request,
                                                                   const Context& context);

}  // namespace sidik::engine
