#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "casefile/case_view.hpp"
#include "casefile/verification.hpp"

namespace sidik::engine {

/// A case as text that is read in half a minute: who works on it, what lies in it, what was counted, which facts may be
/// used, what was noted and corrected.
[[nodiscard]] std::string to_text(const casefile::CaseView& view);
[[nodiscard]] std::string to_json(const casefile::CaseView& view);

[[nodiscard]] std::string to_text(const casefile::Verification& verification);
[[nodiscard]] std::string to_json(const casefile::Verification& verification);

/// The events, a line each, newest last; `kind` empty: all of them.
[[nodiscard]] std::string log_text(const std::vector<casefile::Event>& events, const std::string& kind);
/// As JSON, a line each.
[[nodiscard]] std::string log_json(const std::vector<casefile::Event>& events, const std::string& kind);

}  // namespace sidik::engine
