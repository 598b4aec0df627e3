#pragma once

#include <cstdint>
#include <span>

namespace sidik::people {

struct Accuracy {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

/// How a division of rows into persons compares with a true one. A pair is two rows of one person; without any pair on
/// a side its figure is 1.
struct Evaluation {
  Accuracy pairwise;
  Accuracy b_cubed;  ///< the mean over rows of the share of a row's cluster that is of its person, and the reverse
  std::uint64_t rows = 0;
  std::uint64_t true_persons = 0;
};

/// `found` and `truth` number the same rows. Cost: O(rows log rows).
/// Source   B-cubed: Bagga and Baldwin 1998.
[[nodiscard]] Evaluation evaluate(std::span<const std::uint32_t> found, std::span<const std::uint32_t> truth);

}  // namespace sidik::people
