#include "origin/copy_exclusion.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <numeric>

namespace sidik::origin {
namespace {

constexpr std::size_t kMostInTriples = 40;

/// Calls `take` with every set of `size` of the candidates.
void for_each_set(std::span<const std::size_t> candidates, std::size_t size,
                  const std::function<void(std::span<const std::size_t>)>& take) {
  std::vector<std::size_t> set;
  const std::function<void(std::size_t)> extend = [&](std::size_t from) {
    if (set.size() == size) return take(set);
    for (std::size_t i = from; i < candidates.size(); ++i) {
      set.push_back(candidates[i]);
      extend(i + 1);
      set.pop_back();
    }
  };
  extend(0);
}

double log_term(std::uint64_t n, double p, std::uint64_t k) {
  const auto gamma = [](std::uint64_t x) { return std::lgamma(static_cast<double>(x) + 1); };
  return gamma(n) - gamma(k) - gamma(n - k) + static_cast<double>(k) * std::log(p) +
         static_cast<double>(n - k) * std::log1p(-p);
}

}  // namespace

double binomial_upper(std::uint64_t trials, double probability, std::uint64_t successes) {
  if (successes == 0) return 1;
  if (successes > trials || probability <= 0) return 0;
  if (probability >= 1) return 1;
  // Below the mean the other side is shorter and as exact as a bound needs.
  if (static_cast<double>(successes) <= static_cast<double>(trials) * probability)
    return 1 - binomial_lower(trials, probability, successes - 1);
  double sum = 0;
  for (std::uint64_t k = successes; k <= trials; ++k) {
    const double term = std::exp(log_term(trials, probability, k));
    sum += term;
    if (term < sum * 1e-16) break;
  }
  return std::min(sum, 1.0);
}

double binomial_lower(std::uint64_t trials, double probability, std::uint64_t successes) {
  if (successes >= trials || probability <= 0) return 1;
  if (probability >= 1) return 0;
  if (static_cast<double>(successes) > static_cast<double>(trials) * probability)
    return 1 - binomial_upper(trials, probability, successes + 1);
  double sum = 0;
  for (std::uint64_t k = successes + 1; k-- > 0;) {
    const double term = std::exp(log_term(trials, probability, k));
    sum += term;
    if (term < sum * 1e-16) break;
  }
  return std::min(sum, 1.0);
}

ExplainedRows::ExplainedRows(std::size_t copies, std::size_t rows)
    : rows_(rows), words_(copies, std::vector<std::uint64_t>((rows + 63) / 64, 0)) {}

std::size_t ExplainedRows::count(std::span<const std::size_t> set) const {
  std::size_t sum = 0;
  for (std::size_t w = 0; w < (rows_ + 63) / 64; ++w) {
    std::uint64_t word = 0;
    for (const std::size_t copy : set) word |= words_[copy][w];
    sum += static_cast<std::size_t>(std::popcount(word));
  }
  return sum;
}

std::size_t ExplainedRows::count_any() const {
  std::vector<std::size_t> all(copies());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return count(all);
}

std::uint32_t ExplainedRows::holders(std::size_t row) const {
  std::uint32_t sum = 0;
  for (std::size_t copy = 0; copy < copies(); ++copy) sum += has(copy, row) ? 1U : 0U;
  return sum;
}

bool Exclusion::names() const {
  return possible.size() == 1 && possible.front().size() == 1 && wrong.value <= kMostWrong;
}

Exclusion exclude_copies(const ExplainedRows& rows, std::span<const std::uint8_t> lacks_parts) {
  Exclusion out;
  out.explained = rows.count_any();
  std::vector<std::size_t> candidates(rows.copies());
  std::iota(candidates.begin(), candidates.end(), std::size_t{0});
  for (const std::size_t copy : candidates) {
    const std::size_t set[] = {copy};
    out.against.push_back(out.explained - rows.count(set));
    out.chance.push_back(binomial_upper(out.explained, kCoincidence, out.against.back()));
  }
  if (out.explained == 0) return out;
  double excluded_by_chance = 0;
  const auto has_one_left = [&] { return out.possible.size() == 1 && out.possible.front().size() == 1; };
  for (std::size_t size = 1; size <= kMostTogether && (out.possible.empty() || has_one_left()); ++size) {
    if (size == 2)
      std::erase_if(candidates, [&](std::size_t copy) { return copy < lacks_parts.size() && lacks_parts[copy] != 0; });
    if (size == kMostTogether && candidates.size() > kMostInTriples) {
      std::ranges::stable_sort(candidates, {}, [&](std::size_t copy) { return out.against[copy]; });
      candidates.resize(kMostInTriples);
      std::ranges::sort(candidates);
    }
    // One that is left must be needed: others together may hold as much.
    const std::vector<std::size_t> left = has_one_left() ? out.possible.front() : std::vector<std::size_t>{};
    for_each_set(candidates, size, [&](std::span<const std::size_t> set) {
      if (!left.empty() && std::ranges::find(set, left.front()) != set.end()) return;
      const double chance = binomial_upper(out.explained, kCoincidence, out.explained - rows.count(set));
      if (chance >= kPossible)
        out.possible.emplace_back(set.begin(), set.end());
      else
        excluded_by_chance += chance;
    });
  }
  if (out.possible.size() == 1) out.wrong = Probability(std::min(1.0, excluded_by_chance));
  return out;
}

}  // namespace sidik::origin
