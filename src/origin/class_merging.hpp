#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/signature_data.hpp"
#include "origin/variety.hpp"

namespace sidik::origin {

/// How much two groups of rows look like the work of two systems, in columns that speak for it.
///
/// A column speaks when both fill it and code it in ways that have nothing in common: a system writes a date, a sex, a
/// number in one way. Columns that one holds and the other never fills speak as far as that goes both ways; one way
/// alone may be a part of a register that lacks a group of columns. What is shared in part speaks little, because the
/// rows between two parts of one register connect them.
struct Separation {
  double codings = 0;      ///< columns coded without anything in common
  double mutual_gaps = 0;  ///< columns held on either side alone, the lesser of both
  double gaps = 0;         ///< the same, the larger
  [[nodiscard]] double total() const;
};

/// Rows of some classes taken together: counts by category.
struct ClassCounts {
  std::vector<double> of;  ///< by category
  double rows = 0;
  void add(const ClassCounts& other);
};

/// `alike`: columns that are coded otherwise and yet written alike; may be empty.
[[nodiscard]] Separation separation(const SignatureData& data, const ClassCounts& a, const ClassCounts& b,
                                    const std::vector<bool>& alike = {});

/// When two groups of rows are two sources.
struct MergeRule {
  double least_separation = 2.4;
  double least_share = 0.003;  ///< of all rows; fewer are damage, and go with what they are most like
  double least_rows = 8;
};

/// Puts classes together that are the same source under a wider noise, the most alike first, until all that is left is
/// apart. Output: the source of each class, from 0, the largest first.
///
/// `varieties`: of the values of each class; may be empty. Rows whose columns stand still where those of the others
/// vary are apart by that too, and numbers that lost their zeros are not; see stillness() and zeros_lost().
[[nodiscard]] std::vector<std::uint32_t> merge_classes(const SignatureData& data,
                                                       std::span<const std::uint32_t> class_of, const MergeRule& rule,
                                                       std::vector<Variety> varieties = {});

}  // namespace sidik::origin
