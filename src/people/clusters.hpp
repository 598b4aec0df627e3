#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "people/record_store.hpp"

namespace sidik::people {

/// Two records that may be one person, and the weight of that in bits (log2 odds).
struct Link {
  RecordNumber left = 0;
  RecordNumber right = 0;
  float bits = 0;
};

/// Judges two records of clusters that are about to become one.
struct PairVerdict {
  double bits = 0;           ///< log2 odds that they are one person
  bool contradicts = false;  ///< they cannot be one person, whoever stands between them
  double against = 0;        ///< what speaks against one person, in bits, at most 0: not what is merely missing
};
using JudgePair = std::function<PairVerdict(RecordNumber, RecordNumber)>;

/// Puts records into persons: links are taken from the strongest down, and two clusters become one when the pairs
/// across them speak for it on the whole. So a chain of resemblances does not make one person of many, and a record
/// that fits two persons goes to the one that it fits better.
///
/// A pair that has nothing to compare says nothing about a merger, though its odds alone are those of strangers.
/// Output   for each record the number of its person, from 0, in the order of their first records.
/// Cost     O(links log links), and at most kMostJudged pairs for each merger.
/// Input    links in any order; those below 0 bits are not needed.
[[nodiscard]] std::vector<std::uint32_t> cluster(std::size_t records, std::vector<Link> links, const JudgePair& judge);

inline constexpr std::size_t kMostJudged = 64;

}  // namespace sidik::people
