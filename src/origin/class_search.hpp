#pragma once

#include <cstdint>
#include <vector>

#include "origin/signature_data.hpp"

namespace sidik::origin {

/// How far classes are looked for.
struct ClassSearch {
  std::size_t most_classes = 32;
  std::size_t most_signatures = 5000;  ///< that are looked at for finding classes; all are put into them afterwards
  double most_rows = 20000;  ///< the rows count as no more than this, so that fine dependences make no classes
  std::size_t starts = 4;    ///< for every split
  std::uint64_t seed = 1;
};

/// A class for each signature; the number of classes is the largest of them plus one.
///
/// Method   one class is split in two, again and again, wherever that lowers the Bayesian information criterion most;
///          each split is the best of several starts. Then all classes are fitted together.
/// Caveats  more classes than sources: a dependence between columns makes classes as well. See merge_classes().
[[nodiscard]] std::vector<std::uint32_t> find_classes(const SignatureData& data, const ClassSearch& search);

}  // namespace sidik::origin
