#pragma once

#include <string_view>

#include "people/linkage_field.hpp"

namespace sidik::people {

/// How far two values of a field agree. Both are canonical (people/canonical_value.hpp) and not empty.
///
/// Output   never `missing` and never `crossed`.
///   name     near: one edit, other order or other blanks; close: two edits or Jaro-Winkler from 0.92, an initial or a
///            short form, all words of the shorter name; similar, weak: Jaro-Winkler from 0.85, 0.75, or one word in
///            common
///   text     as name, words not taken apart
///   address  by the share of words in common: near from 0.75, close from 0.5, similar from 0.3, weak from 0.1
///   digits   near: one edit; close: two; similar: six in ten digits in place
///   date     near: one digit edited, or day and month swapped; close: two of its three parts agree; similar: within 31
///            days; weak: the same year or the same day and month but for an edit
///   phone    near: the last eight digits agree or one edit; close: two edits; similar: the last six digits agree
///   email    near: one edit or the same local part; close: two edits or Jaro-Winkler from 0.95; similar from 0.88;
///            weak from 0.8
///   category exact or different
///   number   near: they differ by one; close: by at most five per cent
/// Cost     O(length) words; names and addresses of several words compare each with each.
[[nodiscard]] Level compare_values(FieldKind kind, std::string_view left, std::string_view right);

}  // namespace sidik::people
