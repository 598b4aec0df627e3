#pragma once

#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "engine/case_access.hpp"
#include "engine/examine.hpp"

namespace sidik::engine {

/// Examines exhibits of a case, with tokens under its key, and files what came of it: the document under its hash in
/// `documents/`, its counts as an event, and each count as a fact (`E1.records`) that two persons may approve.
///
/// Input    `exhibits`: ids; empty: all that are not deleted. What else is asked of the examination stands in
/// `request`,
///          whose paths are set here. A sealed exhibit is opened into memory, never onto a disk.
/// Errors   engine.exhibit_unknown (not_found), engine.exhibit_changed (refused): it lies where it was left, but is
///          another file now; limit when a sealed one does not fit in the memory of the context; those of examine().
[[nodiscard]] Result<Examination> examine_exhibits(const CaseAccess& access, const std::vector<std::string>& exhibits,
                                                   ExamineRequest request, const Context& context);

/// The same for files where they lie; one that is no exhibit yet is taken in, left where it is.
/// Errors   engine.case_stream (usage) for standard input; those of examine().
[[nodiscard]] Result<Examination> examine_for_case(const CaseAccess& access, ExamineRequest request,
                                                   const Context& context);

}  // namespace sidik::engine
