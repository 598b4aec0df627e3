#include "people/reliability.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace sidik::people {
namespace {

constexpr double kIn95 = 1.96;
/// Of the mergers, what is taken to be wrong without anybody seeing it, in the width of the interval.
constexpr double kUnseen = 0.0005;
constexpr double kTrustInCorrection = 0.5;

/// An expected number and its variance by chance.
struct Expected {
  double number = 0;
  double variance = 0;
  void add(double probability, double weight = 1) {
    number += probability * weight;
    variance += probability * (1 - probability) * weight * weight;
  }
};

/// Mergers that are wrong: of each record the best link within its person counts. Of k records k - 1 are mergers.
Expected wrong_mergers(const Linkage& linkage) {
  std::vector<float> best(linkage.person_of_record.size(), -1000);
  std::vector<std::uint32_t> size(linkage.persons, 0);
  for (const std::uint32_t person : linkage.person_of_record) ++size[person];
  for (const Link& link : linkage.links) {
    if (linkage.person_of_record[link.left] != linkage.person_of_record[link.right]) continue;
    best[link.left] = std::max(best[link.left], link.bits);
    best[link.right] = std::max(best[link.right], link.bits);
  }
  Expected wrong;
  for (std::size_t r = 0; r < best.size(); ++r) {
    const double records = size[linkage.person_of_record[r]];
    if (records > 1) wrong.add(1 - probability_of(static_cast<double>(best[r])), (records - 1) / records);
  }
  return wrong;
}

/// Mergers that were missed: of each two persons the best link between them counts, and of each person the best such.
Expected missed_mergers(const Linkage& linkage) {
  std::vector<float> best(linkage.persons, -1000);
  for (const Link& link : linkage.links) {
    const std::uint32_t one = linkage.person_of_record[link.left];
    const std::uint32_t other = linkage.person_of_record[link.right];
    if (one == other) continue;
    best[one] = std::max(best[one], std::min(link.bits, 0.0F));
    best[other] = std::max(best[other], std::min(link.bits, 0.0F));
  }
  Expected missed;
  for (const float bits : best) {
    if (bits > -1000) missed.add(probability_of(static_cast<double>(bits)), 0.5);
  }
  return missed;
}

struct PairSums {
  double linked = 0;
  double linked_right = 0;
  double all_right = 0;
};

PairSums sum_pairs(const Linkage& linkage) {
  PairSums sums;
  for (const Link& link : linkage.links) {
    const double right = probability_of(static_cast<double>(link.bits));
    sums.all_right += right;
    if (linkage.person_of_record[link.left] != linkage.person_of_record[link.right]) continue;
    ++sums.linked;
    sums.linked_right += right;
  }
  return sums;
}

/// A share with an interval of chance and of half of what is missing to 1.
Bounded bound_share(double share, double of) {
  const double chance = kIn95 * std::sqrt(share * (1 - share) / std::max(1.0, of));
  const double half = chance + kTrustInCorrection * (1 - share);
  return {share, std::max(0.0, share - half), std::min(1.0, share + half)};
}

}  // namespace

Reliability judge_linkage(const Linkage& linkage) {
  Reliability out;
  const auto records = static_cast<double>(linkage.person_of_record.size());
  const double found = linkage.persons;
  const double mergers = records - found;
  const Expected wrong = wrong_mergers(linkage);
  const Expected missed = missed_mergers(linkage);
  const double yielded = std::max(0.05, linkage.blocking.all);
  const double not_yielded = mergers * (1 - yielded) / yielded;
  const double corrected =
      std::clamp(found + wrong.number - missed.number - not_yielded, std::min(1.0, records), records);
  const double half = kIn95 * std::sqrt(wrong.variance + missed.variance + not_yielded) +
                      kTrustInCorrection * (wrong.number + missed.number + not_yielded) + kUnseen * mergers;
  out.persons = {corrected, std::max(std::min(1.0, records), std::min(corrected - half, found)),
                 std::min(records, std::max(corrected + half, found))};
  const PairSums sums = sum_pairs(linkage);
  out.precision = bound_share(sums.linked > 0 ? sums.linked_right / sums.linked : 1, sums.linked);
  const double model_recall = sums.all_right > 0 ? sums.linked_right / sums.all_right : 1;
  out.recall = bound_share(model_recall * linkage.blocking.all, sums.all_right);
  return out;
}

}  // namespace sidik::people
