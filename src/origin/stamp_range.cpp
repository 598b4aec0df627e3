#include "origin/stamp_range.hpp"

#include <algorithm>
#include <array>
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

/// How much of a week's stamps each of its days gets, 1 on average: offices close.
using Week = std::array<double, 7>;

std::size_t weekday(std::int32_t day) { return static_cast<std::size_t>((day % 7 + 7) % 7); }

/// From whole weeks before the end, at least a year of them.
Week week_of(std::span<const std::int32_t> days, std::size_t bulk_at) {
  constexpr std::int32_t kDays = 7 * 52;
  constexpr double kEven = 2;  ///< stamps a day of the week that are taken for granted
  Week counts{};
  const auto begin = std::ranges::upper_bound(days, days[bulk_at] - kDays);
  const auto end = std::ranges::upper_bound(days, days[bulk_at]);
  for (auto day = begin; day != end; ++day) counts[weekday(*day)] += 1;
  double sum = 0;
  for (const double count : counts) sum += count + kEven;
  Week week{};
  for (std::size_t i = 0; i < week.size(); ++i) week[i] = static_cast<double>(week.size()) * (counts[i] + kEven) / sum;
  return week;
}

Rates rates_of(std::span<const std::int32_t> days, std::size_t bulk_at, const Week& week) {
  constexpr std::int32_t kLeastDays = 30;
  constexpr std::size_t kLeastInside = 40;
  const std::int32_t bulk = days[bulk_at];
  const std::int32_t early = days[bulk_at - std::min(kLeastInside, bulk_at)];
  const std::int32_t first = std::min(early, bulk - kLeastDays + 1);
  auto counts = daily_counts(days, first, bulk);
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
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double off = counts[i] - rates.stamps * week[weekday(first + static_cast<std::int32_t>(i))];
    squares += off * off;
  }
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
  const Week week = week_of(known, bulk_at);
  const Rates rates = rates_of(known, bulk_at, week);
  constexpr std::int32_t kBefore = 30;
  const std::int32_t first = bulk - kBefore;
  const std::int32_t last = std::min(today, bulk + kBeyond);
  const auto counts = daily_counts(known, first, last);
  std::vector<double> logs;
  double log = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double expected = rates.stamps * week[weekday(first + static_cast<std::int32_t>(i))];
    log += (counts[i] * std::log((expected + rates.errors) / rates.errors) - expected) / rates.spread;
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
