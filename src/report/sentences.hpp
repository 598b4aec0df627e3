#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/words.hpp"

namespace sidik::report {

/// An English sentence of the document in the reader's language, by the table of sentences: numbers are grouped anew,
/// meanings become words, and a part that no row knows stays as it is. Nothing when no row matches the whole.
///
/// `sentence` is clean. Cost: bounded by the rows, a depth of 12 and 2,000 bytes; a longer sentence is nothing.
[[nodiscard]] std::optional<std::string> translated(const Words& words, std::string_view sentence);

}  // namespace sidik::report
