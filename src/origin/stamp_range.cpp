#include "origin/stamp_range.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sidik::origin {
namespace {

constexpr std::size_t kLeastStamps = 20;
constexpr std::int32_t kBeyond = 400;  ///< days behind the bulk that are looked at

/// The rate of stamps before the end, what errors bring, and how uneven the days are.
struct Rates {
  double stamps = 0;
  double errors = 0;
  double spread = 1;
};

std::vector<double> daily_counts(std::span<const std::int32_t> days, std::int32_t first, std::int32_t last) {
  std::vector<double> counts(static_cast<std::size_t>(last - first + 1), 0);
  const auto begin = std::ranges::lower_bound(days, first);
  const auto end = std::ranges::upper_bound(days, last);
  for (auto day = begin; day != end; ++day) counts[static_cast<std::size_t>(*day - first)] += 1;
  return counts;
}

Rates rates_of(std::span<const std::int32_t> days, std::size_t bulk_at) {
  constexpr std::int32_t kLeastDays = 30;
  constexpr std::size_t kLeastInside = 40;
  const std::int32_t bulk = days[bulk_at];
  const std::int32_t early = days[bulk_at - std::min(kLeastInside, bulk_at)];
  auto counts = daily_counts(days, std::min(early, bulk - kLeastDays + 1), bulk);
  // A day on which everything was written anew says nothing of the rate.
  std::vector<double> sorted = counts;
  std::ranges::sort(sorted);
  const double usual = std::max(5 * sorted[sorted.size() / 2], 5.0);
  double sum = 0;
  for (double& count : counts) {
    count = std::min(count, usual);
    sum += count;
  }
  Rates rates;
  const auto length = static_cast<double>(counts.size());
  rates.stamps = std::max(sum / length, 1e-4);
  double squares = 0;
  for (const double count : counts) squares += (count - rates.stamps) * (count - rates.stamps);
  rates.spread = std::max(1.0, squares / length / rates.stamps);
  constexpr std::int32_t kFar = 60;
  const auto behind = daily_counts(days, bulk + kFar, bulk + kFar + 365);
  double stray = 0;
  for (const double count : behind) stray += count;
  rates.errors = std::max({stray / static_cast<double>(behind.size()), rates.stamps / 500, 1e-5});
  return rates;
}

}  // namespace

std::optional<DayRange> range_of_stamps(std::span<const std::int32_t> days, std::int32_t today, double tail) {
  const auto known = days.first(static_cast<std::size_t>(std::ranges::upper_bound(days, today) - days.begin()));
  if (known.size() < kLeastStamps) return std::nullopt;
  const std::size_t bulk_at = (known.size() - 1) * 99 / 100;
  const std::int32_t bulk = known[bulk_at];
  const Rates rates = rates_of(known, bulk_at);
  constexpr std::int32_t kBefore = 30;
  const std::int32_t first = bulk - kBefore;
  const std::int32_t last = std::min(today, bulk + kBeyond);
  const auto counts = daily_counts(known, first, last);
  const double each = std::log((rates.stamps + rates.errors) / rates.errors);
  std::vector<double> logs;
  double log = 0;
  for (const double count : counts) {
    log += (count * each - rates.stamps) / rates.spread;
    logs.push_back(log);
  }
  const double most = std::ranges::max(logs);
  double sum = 0;
  for (double& weight : logs) sum += weight = std::exp(weight - most);
  DayRange range{first, last};
  double before = 0;
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const double until = before + logs[i] / sum;
    if (before < tail && until >= tail) range.from = first + static_cast<std::int32_t>(i);
    if (before < 1 - tail && until >= 1 - tail) range.to = first + static_cast<std::int32_t>(i);
    before = until;
  }
  return range;
}

}  // namespace sidik::origin
