#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "people/match_model.hpp"

namespace sidik::people {

/// A pattern and how many of the compared pairs have it.
struct PatternCount {
  AgreementPattern pattern = 0;
  double pairs = 0;
};

/// What is known of all pairs of the records, compared or not: their number, and for each field the share of them at
/// each level, `missing` included.
struct AllPairs {
  double pairs = 0;
  std::vector<std::array<double, kLevels>> shares;
  double smallest_share = 0;            ///< what a sample can just see
  std::vector<PatternCount> in_common;  ///< of the pairs seen, by pattern of the shared fields; the others are 0 in it
  double each_stands_for = 1;           ///< pairs, a pair seen
};

struct Training {
  MatchModel model;
  double matches = 0;  ///< expected among the compared pairs
  int rounds = 0;
};

/// Fits a model to patterns by expectation-maximisation, without labels.
///
/// m comes from the compared pairs; u from all pairs, less those that are expected to be one person, so that a table in
/// which many records are of one person does not blur it. Pairs that were not compared count as of two persons.
/// Input    at least one field; the counts are not negative.
/// Output   a model whose probabilities are above 0. The same input gives the same output.
/// Cost     O(rounds x patterns x fields); the pairs themselves are not read.
[[nodiscard]] Training train(std::span<const PatternCount> patterns, std::span<const LinkageField> fields,
                             const AllPairs& all);

}  // namespace sidik::people
