#pragma once

#include <string>

#include "engine/trace.hpp"

namespace sidik::engine {

[[nodiscard]] std::string to_text(const TraceFindings& findings);
/// docs/formats/trace.md has the names.
[[nodiscard]] std::string to_json(const TraceFindings& findings);

}  // namespace sidik::engine
