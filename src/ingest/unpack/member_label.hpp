#pragma once

#include <string>
#include <string_view>

namespace sidik::ingest {

/// A member's name as it may be shown: valid UTF-8 of at most 255 bytes, without control characters, line separators
/// and direction marks; a long one loses its middle. It is a label and never a path: `../` and a leading `/` mean
/// nothing.
[[nodiscard]] std::string member_label(std::string_view name);

}  // namespace sidik::ingest
