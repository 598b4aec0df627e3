#pragma once

#include <string>

#include "findings/document.hpp"
#include "report/words.hpp"

namespace sidik::report {

/// The faults of a column, the most frequent first: `wrong length 5,519; leading zeros lost 1`. Empty when there are
/// none.
[[nodiscard]] std::string faults_in_words(const Words& words, const findings::Column& column);

}  // namespace sidik::report
