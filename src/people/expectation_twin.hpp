#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "people/expectation.hpp"

namespace sidik::people {

/// Expectation-maximisation over pairs, one by one and in probabilities: the slow twin that tests and fuzz targets hold
/// train() against.
///
/// Input    the levels of every compared pair by field; fields that are a person's own, of a kind to which no bound
///          applies (text, address, phone, category, number). Then the model is Fellegi and Sunter's, with an observed
///          prior of 1.5 matches and others in place of 0.5, and three pairs of the usual m-probabilities.
/// Output   m and u after so many rounds, and after each the objective that such rounds never lower: the
///          log-likelihood with the logarithm of that prior.
class ExpectationSlowly {
 public:
  using Levels = std::array<double, kLevels>;
  using Pair = std::vector<Level>;

  ExpectationSlowly(const std::vector<Pair>& pairs, const AllPairs& all) : pairs_(pairs), all_(all) {
    m.resize(all.shares.size());
    u.resize(all.shares.size());
    for (const PatternCount& count : all.in_common) seen_ += count.pairs;
    is_known_ = seen_ >= 30;
    const double likely = std::sqrt(2 * all.pairs) * 0.2;
    maximise(std::vector<Levels>(m.size(), Levels{}), likely);
    odds_ = std::min(prior_odds_, 0.5);
  }

  void round() {
    std::vector<Levels> of_level(m.size(), Levels{});
    matches = 0;
    for (const Pair& pair : pairs_) {
      const double odds = odds_of(pair);
      const double match = odds / (1 + odds);
      matches += match;
      for (std::size_t f = 0; f < pair.size(); ++f) of_level[f][static_cast<std::size_t>(pair[f])] += match;
    }
    maximise(of_level, matches);
    // Half of a match and half of another pair are added, so that the odds are never 0.
    const double among =
        is_known_ ? std::max(seen_ * all_.each_stands_for, double(pairs_.size())) : double(pairs_.size());
    const double observed = (matches + 0.5) / (std::max(0.0, among - matches) + 0.5);
    odds_ = is_known_ ? observed : std::min(prior_odds_, observed);
  }

  /// The same for compared pairs that are all pairs.
  [[nodiscard]] double objective() const {
    const double share = odds_ / (1 + odds_);
    double sum = 0.5 * std::log(share) + 0.5 * std::log(1 - share);
    for (const Pair& pair : pairs_) {
      double one_person = share;
      double two = 1 - share;
      for (std::size_t f = 0; f < pair.size(); ++f) {
        if (pair[f] == Level::missing) continue;
        one_person *= m[f][static_cast<std::size_t>(pair[f])];
        two *= u[f][static_cast<std::size_t>(pair[f])];
      }
      sum += std::log(one_person + two);
    }
    for (std::size_t f = 0; f < m.size(); ++f) {
      for (std::size_t l = 1; l < kLevels; ++l) {
        sum += 3 * kUsual[l] * std::log(m[f][l]);
        if (all_.shares[f][l] == 0) sum += all_.smallest_share * all_.pairs * std::log(u[f][l]);
      }
    }
    return sum;
  }

  std::vector<Levels> m;
  std::vector<Levels> u;
  double matches = 0;

 private:
  static constexpr Levels kUsual = {0, 0.80, 0.06, 0.04, 0.02, 0.02, 0.02, 0.04};

  [[nodiscard]] double odds_of(const Pair& pair) const {
    double odds = odds_;
    for (std::size_t f = 0; f < pair.size(); ++f) {
      const auto level = static_cast<std::size_t>(pair[f]);
      if (level != 0) odds *= std::clamp(m[f][level] / u[f][level], std::exp2(-24), std::exp2(24));
    }
    return odds;
  }
  void maximise(const std::vector<Levels>& of_level, double matched) {
    for (std::size_t f = 0; f < m.size(); ++f) {
      double m_sum = 0;
      double u_sum = 0;
      for (std::size_t l = 1; l < kLevels; ++l) {
        const double among_all = std::max(all_.shares[f][l], all_.smallest_share) * all_.pairs;
        m[f][l] = of_level[f][l] + 3 * kUsual[l];
        u[f][l] = std::max(among_all - of_level[f][l], among_all * 0.02);
        m_sum += m[f][l];
        u_sum += u[f][l];
      }
      for (std::size_t l = 1; l < kLevels; ++l) {
        m[f][l] /= m_sum;
        u[f][l] /= u_sum;
      }
    }
    const double bounded = std::clamp(matched, 0.5, all_.pairs * 0.5);
    prior_odds_ = bounded / (all_.pairs - bounded);
  }

  const std::vector<Pair>& pairs_;
  const AllPairs& all_;
  double seen_ = 0;
  bool is_known_ = false;
  double prior_odds_ = 0;
  double odds_ = 0;
};

/// What a survey of these pairs, taken for all pairs there are, would say; fields that are a person's own.
[[nodiscard]] inline AllPairs survey_of(const std::vector<ExpectationSlowly::Pair>& pairs, std::size_t fields) {
  AllPairs all;
  all.pairs = std::max(1.0, static_cast<double>(pairs.size()));
  all.shares.assign(fields, {});
  all.smallest_share = 0.5 / all.pairs;
  all.in_common = {{0, static_cast<double>(pairs.size())}};
  for (const auto& pair : pairs) {
    for (std::size_t f = 0; f < fields; ++f) all.shares[f][static_cast<std::size_t>(pair[f])] += 1 / all.pairs;
  }
  return all;
}

/// The patterns of the pairs, each with its count.
[[nodiscard]] inline std::vector<PatternCount> patterns_of(const std::vector<ExpectationSlowly::Pair>& pairs) {
  std::vector<AgreementPattern> all;
  for (const auto& pair : pairs) {
    AgreementPattern pattern = 0;
    for (std::size_t f = 0; f < pair.size(); ++f) pattern |= static_cast<AgreementPattern>(pair[f]) << (3 * f);
    all.push_back(pattern);
  }
  std::ranges::sort(all);
  std::vector<PatternCount> counts;
  for (const AgreementPattern pattern : all) {
    if (counts.empty() || counts.back().pattern != pattern) counts.push_back({pattern, 0});
    ++counts.back().pairs;
  }
  return counts;
}

}  // namespace sidik::people
