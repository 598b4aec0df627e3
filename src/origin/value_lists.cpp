#include "origin/value_lists.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace sidik::origin {
namespace {

/// A cell of the table of two columns is a connection when it holds this share of what independence would give.
constexpr double kConnects = 0.1;
/// Values seen less often connect nothing and stay with their format.
constexpr std::uint32_t kLeastRows = 12;

class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

/// How often each pair of values stands in one row.
std::vector<std::uint32_t> count_pairs(const ValueColumn& a, const ValueColumn& b) {
  std::vector<std::uint32_t> pairs(a.values * b.values);
  for (std::size_t row = 0; row < a.value_of_row.size(); ++row) {
    const std::uint8_t u = a.value_of_row[row];
    const std::uint8_t v = b.value_of_row[row];
    if (u != ValueColumn::kNone && v != ValueColumn::kNone) ++pairs[u * b.values + v];
  }
  return pairs;
}

/// The group of each value of `a` by what stands beside it in `b`; empty when that does not fall apart into groups of
/// two or more values on both sides.
std::vector<std::size_t> groups_beside(const ValueColumn& a, const ValueColumn& b) {
  const auto pairs = count_pairs(a, b);
  std::vector<double> of_a(a.values);
  std::vector<double> of_b(b.values);
  double all = 0;
  for (std::size_t u = 0; u < a.values; ++u) {
    for (std::size_t v = 0; v < b.values; ++v) {
      const double n = pairs[u * b.values + v];
      of_a[u] += n;
      of_b[v] += n;
      all += n;
    }
  }
  Groups groups(a.values + b.values);
  for (std::size_t u = 0; u < a.values; ++u) {
    for (std::size_t v = 0; v < b.values; ++v) {
      if (of_a[u] < kLeastRows || of_b[v] < kLeastRows) continue;
      // A cell that would be nearly empty anyway says nothing, and so keeps nobody apart.
      const double expected = of_a[u] * of_b[v] / all;
      if (pairs[u * b.values + v] >= std::max(2.0, kConnects * expected)) groups.join(u, a.values + v);
    }
  }
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> sizes;
  for (std::size_t u = 0; u < a.values; ++u) {
    if (of_a[u] >= kLeastRows) ++sizes[groups.of(u)].first;
  }
  for (std::size_t v = 0; v < b.values; ++v) {
    if (of_b[v] >= kLeastRows) ++sizes[groups.of(a.values + v)].second;
  }
  const auto is_whole = [](const auto& size) { return size.second.first >= 2 && size.second.second >= 2; };
  if (sizes.size() < 2 || !std::ranges::all_of(sizes, is_whole)) return {};
  std::vector<std::size_t> out(a.values, ~std::size_t{0});
  for (std::size_t u = 0; u < a.values; ++u) {
    if (of_a[u] >= kLeastRows) out[u] = groups.of(u);
  }
  return out;
}

}  // namespace

std::vector<std::vector<std::size_t>> find_value_lists(std::span<const ValueColumn> columns) {
  std::vector<std::vector<std::size_t>> lists(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const ValueColumn& column = columns[c];
    std::vector<std::vector<std::size_t>> apart;
    for (std::size_t other = 0; other < columns.size(); ++other) {
      if (other == c) continue;
      auto groups = groups_beside(column, columns[other]);
      if (!groups.empty()) apart.push_back(std::move(groups));
    }
    // A list is a format and a group in every column that tells groups; rare values go by their format.
    std::map<std::vector<std::size_t>, std::size_t> numbers;
    lists[c].resize(column.values);
    for (std::size_t u = 0; u < column.values; ++u) {
      std::vector<std::size_t> key = {column.format[u]};
      for (const auto& groups : apart) key.push_back(groups[u]);
      lists[c][u] = numbers.emplace(key, numbers.size()).first->second;
    }
  }
  return lists;
}

}  // namespace sidik::origin
