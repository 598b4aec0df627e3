#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.hpp"

namespace sidik::casefile {

/// Objects with their keys in the order of bytes.
using Json = nlohmann::json;

/// The one form in which a value is hashed and signed: keys sorted by bytes, no blanks, UTF-8 as it stands, only what
/// JSON must escape escaped.
/// Errors   casefile.not_canonical (bug) for floating point or text that is no UTF-8.
[[nodiscard]] Result<std::string> to_canonical(const Json& value);

/// Reads a text that must be canonical.
/// Errors   casefile.not_canonical (invalid_input): no JSON, another form of it, floating point, deeper than 32 levels
///          or longer than 1 MiB.
[[nodiscard]] Result<Json> from_canonical(std::string_view text);

}  // namespace sidik::casefile
