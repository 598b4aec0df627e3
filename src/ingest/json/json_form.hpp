#pragma once

#include <cstdint>
#include <string_view>

namespace sidik::ingest {

enum class JsonForm : std::uint8_t { none, lines, array };

/// Whether a text begins as JSON that could be a table: an object, or an array whose first element is whole and valid
/// as far as the head goes.
[[nodiscard]] JsonForm json_form(std::string_view head);

}  // namespace sidik::ingest
