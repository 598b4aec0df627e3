#include "measures.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sidik::bench {
namespace {

double log2_of_one_and(double log10_value) { return std::log1p(std::pow(10, log10_value)) / std::numbers::ln2; }

/// Each side has the weight of a half, however many ratios it has.
double cost(const std::vector<double>& same, const std::vector<double>& other) {
  double for_same = 0;
  double for_other = 0;
  for (const double lr : same) for_same += log2_of_one_and(-lr);
  for (const double lr : other) for_other += log2_of_one_and(lr);
  return (for_same / static_cast<double>(same.size()) + for_other / static_cast<double>(other.size())) / 2;
}

/// Cllr after pool-adjacent-violators: the least that any monotone recalibration reaches.
double least_cost(const std::vector<double>& same, const std::vector<double>& other) {
  struct Block {
    double same_weight;
    double weight;
  };
  std::vector<std::pair<double, bool>> sorted;
  for (const double lr : same) sorted.emplace_back(lr, true);
  for (const double lr : other) sorted.emplace_back(lr, false);
  std::ranges::sort(sorted);
  const double same_each = 0.5 / static_cast<double>(same.size());
  const double other_each = 0.5 / static_cast<double>(other.size());
  std::vector<Block> blocks;
  for (const auto& [lr, is_same] : sorted) {
    blocks.push_back({is_same ? same_each : 0, is_same ? same_each : other_each});
    const auto rate = [](const Block& block) { return block.same_weight / block.weight; };
    while (blocks.size() > 1 && rate(blocks[blocks.size() - 2]) >= rate(blocks.back())) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().same_weight += last.same_weight;
      blocks.back().weight += last.weight;
    }
  }
  double bits = 0;
  for (const Block& block : blocks) {
    const double rate = block.same_weight / block.weight;
    if (rate > 0) bits -= block.same_weight * std::log2(rate);
    if (rate < 1) bits -= (block.weight - block.same_weight) * std::log2(1 - rate);
  }
  return bits;
}

std::size_t best_of(const std::vector<double>& ratios) {
  return static_cast<std::size_t>(std::ranges::max_element(ratios) - ratios.begin());
}

}  // namespace

Measures measure(const std::vector<Attributed>& leaks, const pack::Pack& pack) {
  Measures out;
  out.leaks = leaks.size();
  const std::size_t profiles = pack.origins.size();
  double strong = 0;
  for (const Attributed& leak : leaks) {
    const std::size_t best = best_of(leak.with_truth);
    out.first += best == leak.truth ? 1 : 0;
    if (best != leak.truth)
      ++out.confusion[{pack.origins[leak.truth].id, best == profiles ? "unknown" : pack.origins[best].id}];
    out.unknown_first += best_of(leak.without_truth) + 1 == leak.without_truth.size() ? 1 : 0;
    for (std::size_t p = 0; p < profiles; ++p) (p == leak.truth ? out.same : out.other).push_back(leak.with_truth[p]);
    out.other.insert(out.other.end(), leak.without_truth.begin(), leak.without_truth.end() - 1);
    strong += *std::max_element(leak.without_truth.begin(), leak.without_truth.end() - 1) > 3 ? 1 : 0;
  }
  const auto count = static_cast<double>(leaks.size());
  out.first /= count;
  out.unknown_first /= count;
  out.wrong_strong = strong / count;
  out.cllr = cost(out.same, out.other);
  out.cllr_least = least_cost(out.same, out.other);
  const auto share_above = [](const std::vector<double>& ratios) {
    return static_cast<double>(std::ranges::count_if(ratios, [](double lr) { return lr > 0; })) /
           static_cast<double>(ratios.size());
  };
  out.misleading_for = share_above(out.other);
  out.misleading_against = 1 - share_above(out.same);
  return out;
}

}  // namespace sidik::bench
