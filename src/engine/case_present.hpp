#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "casefile/case_view.hpp"
#include "casefile/verification.hpp"
#include "text/instant.hpp"

namespace sidik::engine {

/// A case as text that is read in half a minute: who works on it, what lies in it, what was counted, which facts may be
/// used, what was noted and corrected.
/// `now`: of which clocks and answers are late.
[[nodiscard]] std::string to_text(const casefile::CaseView& view, text::Instant now);
[[nodiscard]] std::string to_json(const casefile::CaseView& view, text::Instant now);

[[nodiscard]] std::string to_text(const casefile::Verification& verification);
[[nodiscard]] std::string to_json(const casefile::Verification& verification);

/// The case as it stood at a moment: of the events that had been written by then. `at` empty: today, and all.
/// Errors   engine.case_option (usage); those of a case.
[[nodiscard]] Result<std::string> show_case(const std::string& folder, const std::string& at, bool as_json,
                                            const Context& context);

/// The events, a line each, newest last; `kind` empty: all of them.
[[nodiscard]] std::string log_text(const std::vector<casefile::Event>& events, const std::string& kind);
/// As JSON, a line each.
[[nodiscard]] std::string log_json(const std::vector<casefile::Event>& events, const std::string& kind);

}  // namespace sidik::engine
