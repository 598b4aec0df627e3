#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What makes a text from a dump safe to look at: it cannot steer a terminal, reorder a line or hide in it.
namespace sidik::report {

/// `text` as valid UTF-8 with every control, line separator, direction mark, invisible and private character replaced
/// by U+FFFD. Letters of scripts that run from right to left stay.
[[nodiscard]] std::string clean(std::string_view text);

/// How many terminal cells a clean text takes: 2 for wide East Asian letters and pictures, 0 for combining marks.
[[nodiscard]] std::size_t cells(std::string_view text);

/// A clean text that takes at most `width` cells: cut at a code point, with an ellipsis when something was cut. A base
/// letter keeps at most two combining marks, so that stacked marks do not run into other lines.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);

/// An example that the document calls masked, as it may be shown: masked again when it still has four letters or digits
/// in a row, unless a reason to unmask stands in the document.
[[nodiscard]] std::string safe_example(std::string_view example, bool is_unmasked);

}  // namespace sidik::report
