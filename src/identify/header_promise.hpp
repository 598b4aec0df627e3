#pragma once

#include <string_view>

#include "pack/pack.hpp"

namespace sidik::identify {

/// The identifier of a meaning whose short name stands in the header as a word: `npwp` for id.npwp15, `ssn` for us.ssn.
/// Empty when none does. The first of the pack counts, so that the packs decide which of several variants is usual.
[[nodiscard]] std::string_view identifier_named_by(std::string_view header, std::string_view meaning,
                                                   const pack::Pack& pack);

/// The identifier that a header promises for a meaning that it decided, whatever the values are: the one it names, the
/// meaning's hint, or the only one there is. Without it a column of nonsense under `NIK` would be checked by nothing.
///
/// Empty where the numbering is anybody's own (employees, members of a club) or differs from country to country
/// (passports) and the header does not name an identifier.
[[nodiscard]] std::string_view identifier_promised_by(std::string_view header, std::string_view meaning,
                                                      const pack::Pack& pack);

/// Whether an identifier belongs to a country whose pack is loaded, or to the world.
[[nodiscard]] bool is_domestic(std::string_view identifier, const pack::Pack& pack);

/// Whether values of one meaning can never stand under a header of the other: dates under an identity number, e-mail
/// addresses under a name. Meanings of one family (two dates, two numbers of a person, password and hash) never
/// contradict, nor do meanings that may hold anything (notes, user names, references).
[[nodiscard]] bool contradicts(std::string_view header_meaning, std::string_view meaning);

}  // namespace sidik::identify
