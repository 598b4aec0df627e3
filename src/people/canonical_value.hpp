#pragma once

#include <string>
#include <string_view>

#include "people/linkage_field.hpp"

namespace sidik::people {

/// The form of a value in which it is compared.
///
/// `checked`  what identify makes of it (a valid identifier's digits, an ISO date, an E.164 number), empty when it is
/// not
///            valid; then the field as written serves, folded.
/// Output     lower case without diacritics; names and texts with blanks in place of marks, identifiers and telephone
///            numbers letters and digits only; empty when nothing is left, or only a word that stands for nothing
///            (null, none, unknown, zeros).
[[nodiscard]] std::string canonical_value(FieldKind kind, std::string_view field, std::string_view checked);

}  // namespace sidik::people
