#pragma once

#include <string_view>

namespace sidik::identify {

/// Whether a field is written for nothing: NULL, N/A, -, nil, \N, a word for "none", in any case and with blanks
/// around. An empty field is one too. Such a value is no value of its column, though it stands there.
///
/// Not for columns of free text, where a word such as "none" may be meant.
[[nodiscard]] bool is_placeholder(std::string_view field);

}  // namespace sidik::identify
