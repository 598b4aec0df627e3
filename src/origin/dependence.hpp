#pragma once

#include <cstddef>
#include <optional>

#include "origin/authenticity.hpp"

/// Whether the columns of rows hang together at all. Columns that somebody drew one by one do not.
namespace sidik::origin {

/// Pairs of columns, and how many of them depend on each other far beyond chance.
struct DependentPairs {
  std::size_t asked = 0;
  std::size_t dependent = 0;
};

/// Pearson's test over every pair of columns, of what a field has in a few categories: a code, the five years of a
/// date, the first digits of a number, the letter that a first word ends in.
/// Cost     O(rows x columns^2), at most 32 columns.
[[nodiscard]] DependentPairs dependent_pairs(const SampledRows& sample, const pack::Pack& pack);

/// With how many of these a name hangs together, of those that are there: the e-mail that is made of it, the sex, the
/// name as it is printed. Nothing where none is there.
[[nodiscard]] std::optional<double> name_ties(const SampledRows& sample, const pack::Pack& pack);

}  // namespace sidik::origin
