#include "fit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sidik::bench {
namespace {

constexpr std::string_view kGrounds[] = {"header", "values", "both", "against", "blind"};
/// From how many values on a curve of its own counts; the last that has enough calls is taken.
constexpr std::uint32_t kSizes[] = {0, 12, 60};
constexpr std::size_t kCallsAtLeast = 300;
constexpr std::size_t kGroupsAtMost = 25;
constexpr std::size_t kGroupAtLeast = 60;

struct Group {
  double score = 0;  ///< sum
  double right = 0;
  double count = 0;
  [[nodiscard]] double share() const { return (right + 0.5) / (count + 1); }
  void take(const Group& other) {
    score += other.score;
    right += other.right;
    count += other.count;
  }
};

std::vector<pack::CalibrationPoint> fit_one(std::vector<const Call*> calls) {
  std::ranges::sort(calls, {}, [](const Call* call) { return call->grounds.score; });
  const std::size_t groups = std::clamp(calls.size() / kGroupAtLeast, std::size_t{1}, kGroupsAtMost);
  std::vector<Group> pooled;
  for (std::size_t g = 0; g < groups; ++g) {
    Group group;
    for (std::size_t i = calls.size() * g / groups; i < calls.size() * (g + 1) / groups; ++i)
      group.take({calls[i]->grounds.score, calls[i]->right ? 1.0 : 0.0, 1});
    pooled.push_back(group);
    while (pooled.size() > 1 && pooled[pooled.size() - 2].share() >= pooled.back().share()) {
      pooled[pooled.size() - 2].take(pooled.back());
      pooled.pop_back();
    }
  }
  std::vector<pack::CalibrationPoint> out;
  for (const Group& group : pooled) out.push_back({group.score / group.count, group.share()});
  return out;
}

}  // namespace

std::vector<pack::CalibrationCurve> fit_curves(std::span<const Call> calls) {
  std::vector<pack::CalibrationCurve> out;
  for (const std::string_view ground : kGrounds) {
    for (std::size_t s = 0; s < std::size(kSizes); ++s) {
      std::vector<const Call*> own;
      for (const Call& call : calls) {
        const std::uint32_t values = call.grounds.values;
        const bool fits = values >= kSizes[s] && (s + 1 == std::size(kSizes) || values < kSizes[s + 1]);
        if (call.is_call() && call.grounds.ground == ground && fits) own.push_back(&call);
      }
      if (own.empty() || (s > 0 && own.size() < kCallsAtLeast)) continue;
      out.push_back({std::string(ground), kSizes[s], fit_one(std::move(own))});
    }
  }
  return out;
}

std::string curves_text(std::span<const pack::CalibrationCurve> curves) {
  std::string out =
      "# How often calls of the recogniser of meanings were right in rehearsals. Made by bench/calibrate_meanings "
      "--fit;\n"
      "# SOURCES.md says how. ground: what decided; values_from: from how many values looked at; score: logarithm of "
      "odds.\n"
      "ground\tvalues_from\tscore\tprobability\n";
  for (const pack::CalibrationCurve& curve : curves) {
    double before = -1e9;
    for (const pack::CalibrationPoint& point : curve.points) {
      // Points that round to one place are one.
      if (point.score - before < 0.001) continue;
      out += fmt::format("{}\t{}\t{:.3f}\t{:.4f}\n", curve.ground, curve.values_from, point.score, point.probability);
      before = point.score;
    }
  }
  return out;
}

}  // namespace sidik::bench
