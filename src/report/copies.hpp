#pragma once

#include <string>

#include "report/overview.hpp"

/// What the text and the page say alike about whose copy leaked.
namespace sidik::report {

/// The verdict in a sentence; a name never stands without its bound. Empty where nothing was traced.
[[nodiscard]] std::string copies_title(const View& view);
/// `1 in 10,000`, at the least `1 in 1,000,000`; a bound that is no bound is a dash.
[[nodiscard]] std::string bound_in_words(const View& view, double bound);
/// `5 of 20`, or a dash.
[[nodiscard]] std::string decoys_in_words(const View& view, const findings::CopyRecipient& recipient);

}  // namespace sidik::report
