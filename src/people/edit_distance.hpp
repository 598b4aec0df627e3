#pragma once

#include <cstddef>
#include <string_view>

namespace sidik::people {

/// The least number of insertions, deletions, substitutions and swaps of two neighbours that turn one text into the
/// other, no part being edited twice (optimal string alignment), over bytes.
///
/// Output   the distance, or `most` + 1 when it is greater than `most`.
/// Cost     O(length) words for texts up to 64 bytes; of longer ones only the first 64 bytes count.
/// Source   Hyyrö 2003, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t most);

}  // namespace sidik::people
