#pragma once

#include <string>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/case_access.hpp"
#include "engine/trace.hpp"

namespace sidik::engine {

/// Traces a dump that is an exhibit of a case, and states what came of it as the fact `E1.trace`, which causes and
/// statements can name.
/// Errors   engine.exhibit_unknown (not_found): the case has no such file; those of trace_dump.
[[nodiscard]] Result<TraceFindings> trace_for_case(const CaseAccess& access, const TraceRequest& request,
                                                   const Context& context);

}  // namespace sidik::engine
