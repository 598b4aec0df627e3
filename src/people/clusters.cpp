#include "people/clusters.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace sidik::people {
namespace {

/// Weights beyond this say no more about a merger than this: one sure pair shall not carry many doubtful ones.
constexpr double kMostSay = 8;

/// Clusters as rings of records: joining two is an exchange of two links.
class Rings {
 public:
  explicit Rings(std::size_t records) : root_(records), next_(records), size_(records, 1) {
    std::iota(root_.begin(), root_.end(), RecordNumber{0});
    std::iota(next_.begin(), next_.end(), RecordNumber{0});
  }
  [[nodiscard]] RecordNumber root(RecordNumber record) {
    while (root_[record] != record) record = root_[record] = root_[root_[record]];
    return record;
  }
  [[nodiscard]] std::uint32_t size(RecordNumber root) const { return size_[root]; }
  [[nodiscard]] RecordNumber next(RecordNumber record) const { return next_[record]; }
  void join(RecordNumber one, RecordNumber other) {
    if (size_[one] < size_[other]) std::swap(one, other);
    root_[other] = one;
    size_[one] += size_[other];
    std::swap(next_[one], next_[other]);
  }

 private:
  std::vector<RecordNumber> root_;
  std::vector<RecordNumber> next_;
  std::vector<std::uint32_t> size_;
};

double say_of(const PairVerdict& verdict) {
  if (verdict.bits >= 0) return std::min(verdict.bits, kMostSay);
  return std::clamp(std::max(verdict.bits, verdict.evidence), -kMostSay, 0.0);
}

/// Whether the pairs across two clusters speak for one person on the whole. Of large clusters every so manieth record
/// is asked.
bool speaks_for(const Rings& rings, RecordNumber one, RecordNumber other, const JudgePair& judge) {
  constexpr std::uint32_t kMostOfOne = 8;
  const std::uint32_t one_step = (rings.size(one) + kMostOfOne - 1) / kMostOfOne;
  const std::uint32_t other_step = (rings.size(other) + kMostOfOne - 1) / kMostOfOne;
  double sum = 0;
  RecordNumber left = one;
  for (std::uint32_t i = 0; i < rings.size(one); ++i, left = rings.next(left)) {
    if (i % one_step != 0) continue;
    RecordNumber right = other;
    for (std::uint32_t j = 0; j < rings.size(other); ++j, right = rings.next(right)) {
      if (j % other_step != 0) continue;
      const PairVerdict verdict = judge(left, right);
      if (verdict.contradicts) return false;
      sum += say_of(verdict);
    }
  }
  return sum >= 0;
}

std::vector<std::uint32_t> number_clusters(Rings& rings, std::size_t records) {
  constexpr std::uint32_t kNone = ~std::uint32_t{0};
  std::vector<std::uint32_t> of_root(records, kNone);
  std::vector<std::uint32_t> persons(records);
  std::uint32_t count = 0;
  for (std::size_t record = 0; record < records; ++record) {
    std::uint32_t& number = of_root[rings.root(static_cast<RecordNumber>(record))];
    if (number == kNone) number = count++;
    persons[record] = number;
  }
  return persons;
}

}  // namespace

std::vector<std::uint32_t> cluster(std::size_t records, std::vector<Link> links, const JudgePair& judge) {
  std::ranges::sort(links, [](const Link& a, const Link& b) {
    return std::tuple(-a.bits, a.left, a.right) < std::tuple(-b.bits, b.left, b.right);
  });
  Rings rings(records);
  for (const Link& link : links) {
    if (link.bits < 0) break;
    const RecordNumber one = rings.root(link.left);
    const RecordNumber other = rings.root(link.right);
    if (one == other) continue;
    if (speaks_for(rings, one, other, judge)) rings.join(one, other);
  }
  return number_clusters(rings, records);
}

}  // namespace sidik::people
