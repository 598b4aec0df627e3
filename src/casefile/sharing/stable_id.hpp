#pragma once

#include <string>
#include <string_view>

namespace sidik::casefile {

/// The UUID of version 5 of a name in a namespace: the same each time, so that a case that is exported again updates
/// what others hold of it and doubles nothing.
/// Input    `space`: a UUID in its text form. Output   a UUID, lower case; of a `space` that is none, that of zeros.
/// Source   RFC 9562, section 5.5.
[[nodiscard]] std::string stable_id(std::string_view space, std::string_view name);

}  // namespace sidik::casefile
