#pragma once

#include <string>

#include "engine/people.hpp"

namespace sidik::engine {

/// What `sidik people` prints: {pairwise, b_cubed} when there is a truth column, persons, and how the linkage went. Of
/// the dump it holds headers and no value.
[[nodiscard]] std::string to_json(const PeopleFindings& findings);
[[nodiscard]] std::string to_text(const PeopleFindings& findings);
/// CSV `row,person`: both from 1, rows over all tables in the order of reading.
[[nodiscard]] std::string to_row_list(const PeopleFindings& findings);

}  // namespace sidik::engine
