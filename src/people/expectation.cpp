#include "people/expectation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sidik::people {
namespace {

constexpr int kMostRounds = 200;
constexpr int kRoundsWithoutCaps = 5;
constexpr double kSettled = 1e-5;

/// Where the model begins, and what it leans to where there are few pairs.
constexpr std::array<double, kLevels> kUsualM = {0, 0.80, 0.06, 0.04, 0.02, 0.02, 0.02, 0.04};
constexpr double kUsualMPairs = 3;

using Levels = std::array<double, kLevels>;

struct Sums {
  std::vector<Levels> matches;  ///< expected matches by field and level
  double all_matches = 0;
  std::array<double, MatchModel::kBins> bin_matches{};
  std::array<double, MatchModel::kBins> bin_pairs{};
};

struct BitSums {
  double personal = 0;
  double shared = 0;
};

using BitTable = std::vector<Levels>;

BitTable bit_table(const MatchModel& model) {
  BitTable table(model.fields.size());
  for (std::size_t f = 0; f < table.size(); ++f) {
    for (std::size_t l = 0; l < kLevels; ++l) table[f][l] = model.fields[f].bits(static_cast<Level>(l));
  }
  return table;
}

BitSums sum_bits(AgreementPattern pattern, const MatchModel& model, const BitTable& table) {
  BitSums sums;
  for (std::size_t f = 0; f < table.size(); ++f)
    (model.is_shared[f] ? sums.shared : sums.personal) += table[f][pattern >> (3 * f) & 7U];
  return sums;
}

Sums expect(std::span<const PatternCount> patterns, const MatchModel& model) {
  Sums sums;
  sums.matches.assign(model.fields.size(), Levels{});
  const BitTable table = bit_table(model);
  for (const auto& [pattern, pairs] : patterns) {
    const BitSums bits = sum_bits(pattern, model, table);
    const double matches = pairs * probability_of(model.bits_of_sums(bits.personal, bits.shared, bits.shared));
    const std::size_t bin = MatchModel::bin_of(bits.shared);
    sums.bin_pairs[bin] += pairs;
    sums.bin_matches[bin] += matches;
    sums.all_matches += matches;
    for (std::size_t f = 0; f < model.fields.size(); ++f) sums.matches[f][pattern >> (3 * f) & 7U] += matches;
  }
  return sums;
}

double maximise_field(FieldModel& field, const Levels& matches, const Levels& shares, const AllPairs& all) {
  double m_total = kUsualMPairs;
  double u_total = 0;
  Levels others{};
  for (std::size_t l = 1; l < kLevels; ++l) {
    m_total += matches[l];
    const double among_all = std::max(shares[l], all.smallest_share) * all.pairs;
    others[l] = std::max(among_all - matches[l], among_all * 0.02);
    u_total += others[l];
  }
  double change = 0;
  for (std::size_t l = 1; l < kLevels; ++l) {
    const double m = (matches[l] + kUsualMPairs * kUsualM[l]) / m_total;
    change = std::max(change, std::abs(m - field.m[l]));
    field.m[l] = m;
    field.u[l] = others[l] / u_total;
  }
  return change;
}

/// How much the largest probability moved.
double maximise(MatchModel& model, const Sums& sums, const AllPairs& all, bool has_caps) {
  double change = 0;
  for (std::size_t f = 0; f < model.fields.size(); ++f)
    change = std::max(change, maximise_field(model.fields[f], sums.matches[f], all.shares[f], all));
  const double matches = std::clamp(sums.all_matches, 0.5, all.pairs * 0.5);
  model.log2_prior = std::log2(matches / (all.pairs - matches));
  for (std::size_t b = 0; has_caps && b < model.cap.size(); ++b) {
    const double others = std::max(0.0, sums.bin_pairs[b] - sums.bin_matches[b]);
    model.cap[b] = std::log2((sums.bin_matches[b] + 0.5) / (others + 0.5));
  }
  return change;
}

MatchModel first_guess(std::span<const LinkageField> fields, const AllPairs& all, double likely_matches) {
  MatchModel model;
  model.fields.resize(fields.size());
  for (const auto& field : fields) model.is_shared.push_back(field.is_shared);
  model.cap.fill(std::numeric_limits<double>::infinity());
  Sums nothing;
  nothing.matches.assign(fields.size(), Levels{});
  nothing.all_matches = likely_matches;
  maximise(model, nothing, all, false);
  return model;
}

}  // namespace

Training train(std::span<const PatternCount> patterns, std::span<const LinkageField> fields, const AllPairs& all) {
  Training training;
  training.model = first_guess(fields, all, std::sqrt(2 * all.pairs) * 0.2);
  double change = 1;
  while (training.rounds < kMostRounds && (change > kSettled || training.rounds <= kRoundsWithoutCaps)) {
    const Sums sums = expect(patterns, training.model);
    training.matches = sums.all_matches;
    ++training.rounds;
    change = maximise(training.model, sums, all, training.rounds > kRoundsWithoutCaps);
  }
  return training;
}

}  // namespace sidik::people
