#include "origin/blocks.hpp"

#include <algorithm>
#include <cmath>

namespace sidik::origin {
namespace {

constexpr std::size_t kPlaces = 512;
constexpr std::size_t kMostStretches = 200;
/// No stretch is shorter.
constexpr std::size_t kLeast = 8;

class Segmentation {
 public:
  Segmentation(std::span<const std::uint32_t> strata, std::size_t kinds) : kinds_(kinds) {
    sums_.assign((strata.size() + 1) * kinds, 0);
    for (std::size_t i = 0; i < strata.size(); ++i) {
      for (std::size_t k = 0; k < kinds; ++k) sums_[(i + 1) * kinds + k] = sums_[i * kinds + k];
      ++sums_[(i + 1) * kinds + strata[i]];
    }
    penalty_ = 2 * static_cast<double>(kinds) * std::log(static_cast<double>(strata.size()) + 2);
  }

  /// The place to cut a stretch at; its first when it is better left whole.
  [[nodiscard]] std::size_t best_cut(const Stretch& stretch) const {
    const std::size_t length = stretch.last - stretch.first;
    if (length < 2 * kLeast) return stretch.first;
    const std::size_t step = std::max<std::size_t>(1, length / kPlaces);
    std::size_t best = search(stretch, stretch.first + kLeast, stretch.last - kLeast, step);
    const std::size_t low = best > stretch.first + kLeast + step ? best - step : stretch.first + kLeast;
    if (step > 1) best = search(stretch, low, std::min(stretch.last - kLeast, best + step), 1);
    const double gain = likelihood({stretch.first, best}) + likelihood({best, stretch.last}) - likelihood(stretch);
    return gain > penalty_ ? best : stretch.first;
  }

 private:
  [[nodiscard]] std::size_t search(const Stretch& stretch, std::size_t from, std::size_t to, std::size_t step) const {
    std::size_t best = from;
    double most = -1e300;
    for (std::size_t at = from; at <= to; at += step) {
      const double both = likelihood({stretch.first, at}) + likelihood({at, stretch.last});
      if (both > most) most = both, best = at;
    }
    return best;
  }

  [[nodiscard]] double likelihood(const Stretch& stretch) const {
    const auto all = static_cast<double>(stretch.last - stretch.first);
    double out = 0;
    for (std::size_t k = 0; k < kinds_; ++k) {
      const double n = sums_[stretch.last * kinds_ + k] - sums_[stretch.first * kinds_ + k];
      if (n > 0) out += n * std::log(n / all);
    }
    return out;
  }

  std::size_t kinds_;
  std::vector<std::uint32_t> sums_;  ///< of each stratum before each place
  double penalty_;
};

}  // namespace

std::vector<Stretch> find_stretches(std::span<const std::uint32_t> strata, std::size_t kinds) {
  if (strata.empty()) return {};
  const Segmentation segmentation(strata, kinds);
  std::vector<Stretch> open = {{0, strata.size()}};
  std::vector<Stretch> done;
  while (!open.empty()) {
    const Stretch stretch = open.back();
    open.pop_back();
    const std::size_t cut =
        kinds > 1 && open.size() + done.size() < kMostStretches ? segmentation.best_cut(stretch) : stretch.first;
    if (cut == stretch.first) {
      done.push_back(stretch);
      continue;
    }
    open.push_back({stretch.first, cut});
    open.push_back({cut, stretch.last});
  }
  std::ranges::sort(done, {}, &Stretch::first);
  return done;
}

}  // namespace sidik::origin
