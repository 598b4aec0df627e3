#pragma once

#include <string>

#include "report/overview.hpp"

/// What the text and the page say alike about what was seen before.
namespace sidik::report {

/// The dump's rows in a sentence: how many are new, how many stand in earlier leaks, how many were published; empty
/// where nothing was compared.
[[nodiscard]] std::string overlaps_title(const View& view);
/// `rows in 30 columns`, or what a reader calls the meaning.
[[nodiscard]] std::string compared_in_words(const View& view, const findings::Overlap& overlap);
/// `rows`, or the meaning.
[[nodiscard]] std::string field_in_words(const View& view, const std::string& field);

}  // namespace sidik::report
