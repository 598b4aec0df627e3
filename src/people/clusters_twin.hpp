#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "people/clusters.hpp"

namespace sidik::people {

/// Clusters as lists of records, the strongest link looked for anew at each step, all pairs across asked: the slow
/// twin, O(n^3), that tests and fuzz targets hold cluster() against. They agree where no cluster has more than eight
/// records before a merger; of larger ones cluster() asks some.
class ClustersSlowly {
 public:
  ClustersSlowly(std::size_t records, std::vector<Link> links, const JudgePair& judge)
      : links_(std::move(links)), judge_(judge) {
    for (std::size_t r = 0; r < records; ++r) clusters_.push_back({static_cast<RecordNumber>(r)});
    while (const auto link = take_strongest()) merge(place_of(link->left), place_of(link->right));
  }

  [[nodiscard]] std::vector<std::uint32_t> persons() const {
    std::size_t records = 0;
    for (const auto& cluster : clusters_) records += cluster.size();
    std::vector<std::uint32_t> numbers(records);
    std::vector<std::vector<RecordNumber>> ordered;
    for (auto cluster : clusters_) {
      std::ranges::sort(cluster);
      ordered.push_back(cluster);
    }
    std::ranges::sort(ordered);
    for (std::size_t c = 0; c < ordered.size(); ++c) {
      for (const RecordNumber record : ordered[c]) numbers[record] = static_cast<std::uint32_t>(c);
    }
    return numbers;
  }

 private:
  std::optional<Link> take_strongest() {
    const auto rank = [](const Link& link) { return std::tuple(-link.bits, link.left, link.right); };
    const auto best = std::ranges::min_element(links_, {}, rank);
    if (best == links_.end() || best->bits < 0) return std::nullopt;
    const Link link = *best;
    links_.erase(best);
    return link;
  }
  [[nodiscard]] std::size_t place_of(RecordNumber record) const {
    std::size_t c = 0;
    while (std::ranges::find(clusters_[c], record) == clusters_[c].end()) ++c;
    return c;
  }
  void merge(std::size_t one, std::size_t other) {
    if (one == other) return;
    double sum = 0;
    for (const RecordNumber left : clusters_[one]) {
      for (const RecordNumber right : clusters_[other]) {
        const PairVerdict verdict = judge_(left, right);
        if (verdict.contradicts) return;
        sum += verdict.bits >= 0 ? std::min(verdict.bits, 8.0) : std::max({verdict.bits, verdict.against - 2, -8.0});
      }
    }
    if (sum < 0) return;
    clusters_[one].insert(clusters_[one].end(), clusters_[other].begin(), clusters_[other].end());
    clusters_.erase(clusters_.begin() + static_cast<std::ptrdiff_t>(other));
  }

  std::vector<Link> links_;
  const JudgePair& judge_;
  std::vector<std::vector<RecordNumber>> clusters_;
};

}  // namespace sidik::people
