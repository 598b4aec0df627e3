#pragma once

#include <string>

#include "findings/document.hpp"
#include "report/overview.hpp"

/// Parts of the section of persons on the HTML page.
namespace sidik::report {

/// What each level of agreement of each field is worth, as bars for and against.
[[nodiscard]] std::string html_weights(const View& view, const findings::People& people);
/// Which records were compared, and what each pass finds.
[[nodiscard]] std::string html_blocking(const View& view, const findings::People& people);

}  // namespace sidik::report
