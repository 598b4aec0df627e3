#pragma once

#include <string_view>

#include "people/linkage_field.hpp"

namespace sidik::people {

/// How far the words of two names agree in any order. At most 16 words count.
///
/// near: the same words in another order, or written together; close: each word of the shorter name is one of the
/// other, or its initial, short form or misspelling, at least two of them or all of both; similar: so for a single
/// word; weak: some word in common.
[[nodiscard]] Level compare_words_of_names(std::string_view left, std::string_view right);

/// Words in common over the words of both (Jaccard); words of four letters on count as common with one edit between
/// them. Both texts are folded.
[[nodiscard]] double share_of_common_words(std::string_view left, std::string_view right);

}  // namespace sidik::people
