#include "origin/likelihood_chain.hpp"

#include <cmath>
#include <numbers>

#include "origin/observations.hpp"

namespace sidik::origin {
namespace {

GroupLogs weighed(GroupLogs logs) {
  for (std::size_t g = 0; g < kGroups; ++g) logs[g] *= kGroupWeight[g];
  return logs;
}

/// A side of the ratio: hypotheses with weights that each group changes.
class Side {
 public:
  void add(double weight, const GroupLogs& logs) {
    if (weight <= 0) return;
    weights_.push_back(std::log(weight));
    logs_.push_back(&logs);
  }
  /// The log likelihood of the next group, given those before.
  double take(std::size_t group) {
    const double before = log_sum(weights_);
    for (std::size_t h = 0; h < weights_.size(); ++h) weights_[h] += (*logs_[h])[group];
    return log_sum(weights_) - before;
  }

 private:
  std::vector<double> weights_;
  std::vector<const GroupLogs*> logs_;
};

}  // namespace

Hypotheses hypotheses_of(const std::vector<Comparison>& comparisons) {
  Hypotheses out;
  out.candidates = comparisons.size();
  const auto count = static_cast<double>(comparisons.size());
  for (const Comparison& comparison : comparisons)
    out.all.push_back(
        {(1 - kUnknownAmongAlternatives) / count, weighed(log_likelihoods(comparison, kLeakOfCandidate))});
  for (std::size_t c = 0; c < comparisons.size(); ++c) {
    const double share = kUnknownAmongAlternatives / count;
    out.all.push_back({share * kUnknown.relative, weighed(log_likelihoods(comparisons[c], kRelative))});
    GroupLogs twin = out.all[c].logs;
    twin[static_cast<std::size_t>(Group::containment)] = 0;  // it looks the same and holds other rows
    out.all.push_back({share * kUnknown.twin, twin});
    const double filled_up = comparisons[c].is_beside_others ? kUnknown.filled_up : 0;
    out.all.push_back({share * filled_up, weighed(log_likelihoods(comparisons[c], kFilledUp))});
  }
  out.all.push_back({kUnknownAmongAlternatives * kUnknown.anything, {}});
  return out;
}

std::array<double, kGroups> chained_ratios(const Hypotheses& hypotheses, std::size_t which) {
  Side first;
  Side second;
  const bool is_unknown = which == hypotheses.candidates;
  for (std::size_t h = 0; h < hypotheses.all.size(); ++h) {
    const bool is_first = is_unknown ? h >= hypotheses.candidates : h == which;
    (is_first ? first : second).add(hypotheses.all[h].weight, hypotheses.all[h].logs);
  }
  std::array<double, kGroups> ratios{};
  for (std::size_t g = 0; g < kGroups; ++g) ratios[g] = (first.take(g) - second.take(g)) / std::numbers::ln10;
  return ratios;
}

}  // namespace sidik::origin
