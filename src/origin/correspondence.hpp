#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "origin/stratum_facts.hpp"

namespace sidik::origin {

/// A column of one table beside the column of another that it may correspond to.
struct Correspondence {
  std::size_t left = 0;
  std::size_t right = 0;
  double weight = 0;       ///< natural logarithm, in the manner of a likelihood ratio; own judgement, not calibrated
  bool is_paired = false;  ///< part of the best pairing in which every column has one partner at most
};

/// Which columns of two tables hold the same, by the evidence that origins are found with: meanings, names, forms, code
/// lists, beginnings, how often columns are filled and how often values come again.
///
/// Names     equal, alike, or one an abbreviation of the other, after what all names of a table begin with is left out.
/// Output    every pair of columns: those of the pairing first, each part by falling weight.
/// Cost      O(left x right) comparisons and the pairing.
/// Caveats   values themselves are not compared: tables of other people correspond as well.
[[nodiscard]] std::vector<Correspondence> correspondences(const StratumFacts& left, const StratumFacts& right);

/// Whether `shorter` may abbreviate `longer`: its letters stand in it in order, each at the beginning of a word or
/// behind the letter before, and every word has given one. Names as written, `_` and changes of case part words.
[[nodiscard]] bool may_abbreviate(std::string_view shorter, std::string_view longer);

/// The names of a table's columns without what they all begin with, up to and with a `_` or a dot.
[[nodiscard]] std::vector<std::string> without_common_prefix(const StratumFacts& table);

}  // namespace sidik::origin
