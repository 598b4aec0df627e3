#include "people/expectation.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace sidik::people {
namespace {

constexpr int kMostRounds = 100;
constexpr int kFirstRounds = 5;

/// The odds that what relatives share may give before anything is learnt: less than even, or the model would take
/// households for persons.
constexpr double kFirstCap = -1;

/// What disagreement in all that relatives share may take away before anything is learnt: people move.
constexpr double kFirstFloor = -4;
constexpr double kSettled = 1e-4;

/// Patterns that are further from one person than this after the first rounds are not looked at again: of a million
/// pairs each they would add up to less than one match.
constexpr double kHopeless = -30;

/// Where the model begins, and what it leans to where there are few pairs.
constexpr std::array<double, kLevels> kUsualM = {0, 0.80, 0.06, 0.04, 0.02, 0.02, 0.02, 0.04};
constexpr double kUsualMPairs = 3;
constexpr double kFewKin = 20;

using Levels = std::array<double, kLevels>;
using BinSums = std::array<double, MatchModel::kBins>;

struct Sums {
  std::vector<Levels> matches;  ///< expected matches by field and level
  std::vector<Levels> kin;      ///< pairs with much in common that are not one person
  std::vector<double> matches_of_pattern;
  double all_matches = 0;
};

struct BitSums {
  double personal = 0;
  double shared = 0;
  bool is_kin = false;
};

BitSums sum_bits(AgreementPattern pattern, const MatchModel& model, const BitTable& table) {
  BitSums sums;
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    if (model.is_shared[f]) sums.shared += table[0][f][pattern >> (3 * f) & 7U];
  }
  sums.is_kin = model.is_kin(sums.shared);
  const auto& weights = table[sums.is_kin ? 1 : 0];
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    if (!model.is_shared[f]) sums.personal += weights[f][pattern >> (3 * f) & 7U];
  }
  return sums;
}

Sums expect(std::span<const PatternCount> patterns, const MatchModel& model) {
  Sums sums;
  sums.matches_of_pattern.reserve(patterns.size());
  sums.matches.assign(model.fields.size(), Levels{});
  sums.kin.assign(model.fields.size(), Levels{});
  const BitTable table = model.bit_table();
  for (const auto& [pattern, pairs] : patterns) {
    const BitSums bits = sum_bits(pattern, model, table);
    const double matches = pairs * probability_of(model.bits_of_sums(bits.personal, bits.shared, bits.shared));
    sums.matches_of_pattern.push_back(matches);
    sums.all_matches += matches;
    for (std::size_t f = 0; f < model.fields.size(); ++f) {
      const std::size_t level = pattern >> (3 * f) & 7U;
      sums.matches[f][level] += matches;
      if (bits.is_kin) sums.kin[f][level] += pairs - matches;
    }
  }
  return sums;
}

/// How often a name or a birth date of one person may disagree, weakly or altogether. Without such a bound two
/// relatives at one address are as good a class of pairs as one person twice.
double most_disagreement(const LinkageField& field) {
  if (field.is_shared) return 1;
  if (field.kind == FieldKind::name) return 0.35;
  return field.kind == FieldKind::date || field.proves ? 0.3 : 1;
}

/// How often two relatives may agree well in what is a person's own. Without such a bound the pairs of one person with
/// many errors would do for relatives.
double most_agreement_of_kin(const LinkageField& field) {
  switch (field.kind) {
    case FieldKind::name:
      return 0.1;
    case FieldKind::date:
      return 0.02;
    case FieldKind::digits:
      return 0.05;
    case FieldKind::email:
      return 0.3;
    default:
      return 1;
  }
}

bool is_disagreement(std::size_t level) {
  return level == static_cast<std::size_t>(Level::weak) || level == static_cast<std::size_t>(Level::different);
}

/// How often a number of one person may differ in a digit or two. Numbers are given out in order, so that relatives who
/// enrolled together have such numbers: without this bound they are as good a class of pairs as one person mistyped.
double most_slips(const LinkageField& field) {
  return field.kind == FieldKind::digits && field.meaning.starts_with("id.") ? 0.1 : 1;
}

bool is_slip(std::size_t level) {
  return level == static_cast<std::size_t>(Level::near) || level == static_cast<std::size_t>(Level::close);
}

bool is_good(std::size_t level) { return level <= static_cast<std::size_t>(Level::close); }

/// Lowers the levels that `is_meant` names to `most` together, and raises the others.
template <class IsMeant>
void bound(Levels& levels, double most, IsMeant is_meant) {
  double sum = 0;
  for (std::size_t l = 1; l < kLevels; ++l) sum += is_meant(l) ? levels[l] : 0;
  if (sum <= most) return;
  for (std::size_t l = 1; l < kLevels; ++l) levels[l] *= is_meant(l) ? most / sum : (1 - most) / (1 - sum);
}

/// Where few relatives are seen they are taken for strangers.
void maximise_kin(FieldModel& field, const Levels& kin) {
  double total = kFewKin;
  for (std::size_t l = 1; l < kLevels; ++l) total += kin[l];
  for (std::size_t l = 1; l < kLevels; ++l) field.kin[l] = (kin[l] + kFewKin * field.u[l]) / total;
}

/// Levels that follow from another field: a part of an identifier from a birth date, a part of an e-mail address from a
/// name. They may speak against one person; they hardly speak for one.
void bound_derived(FieldModel& field, FieldKind kind) {
  constexpr auto kSimilar = static_cast<std::size_t>(Level::similar);
  constexpr auto kWeak = static_cast<std::size_t>(Level::weak);
  if (kind != FieldKind::digits && kind != FieldKind::email) return;
  double left = 0;
  for (const std::size_t l : {kSimilar, kWeak}) {
    const double most = field.u[l] * (l == kSimilar && kind == FieldKind::email ? 4 : 1);
    left += std::max(0.0, field.m[l] - most);
    field.m[l] = std::min(field.m[l], most);
  }
  field.m[static_cast<std::size_t>(Level::different)] += left;
}

double maximise_field(FieldModel& field, const LinkageField& about, const Levels& matches, const Levels& kin,
                      const Levels& shares, const AllPairs& all) {
  const Levels before = field.m;
  double m_total = kUsualMPairs;
  double u_total = 0;
  Levels others{};
  for (std::size_t l = 1; l < kLevels; ++l) {
    m_total += matches[l];
    const double among_all = std::max(shares[l], all.smallest_share) * all.pairs;
    others[l] = std::max(among_all - matches[l], among_all * 0.02);
    u_total += others[l];
  }
  for (std::size_t l = 1; l < kLevels; ++l) {
    field.m[l] = (matches[l] + kUsualMPairs * kUsualM[l]) / m_total;
    field.u[l] = others[l] / u_total;
  }
  bound_derived(field, about.kind);
  bound(field.m, most_slips(about), is_slip);
  bound(field.m, most_disagreement(about), is_disagreement);
  maximise_kin(field, kin);
  bound(field.kin, most_agreement_of_kin(about), is_good);
  double change = 0;
  for (std::size_t l = 1; l < kLevels; ++l) change = std::max(change, std::abs(field.m[l] - before[l]));
  return change;
}

/// How many of the pairs that the survey saw are in each bin.
BinSums seen_by_bin(const AllPairs& all, const MatchModel& model) {
  const BitTable table = model.bit_table();
  BinSums pairs{};
  for (const auto& count : all.in_common)
    pairs[MatchModel::bin_of(sum_bits(count.pattern, model, table).shared)] += count.pairs;
  return pairs;
}

/// Patterns and what is expected of them, on their way through the rounds.
struct Compared {
  std::vector<PatternCount> patterns;
  std::vector<PatternCount> hopeless;  ///< by pattern of the shared fields
};

/// The odds of the bins: where the survey saw enough pairs of a bin, matches over all of them; elsewhere matches over
/// the compared ones, which is at most too much. The bins are those of the model as it is now: what a level is worth
/// moves pairs from one to another.
void weigh_bins(MatchModel& model, const Compared& compared, const Sums& sums, const AllPairs& all) {
  constexpr double kEnoughSeen = 30;
  constexpr double kMostApart = 0.3;
  const BitTable table = model.bit_table();
  BinSums bin_pairs{};
  BinSums bin_matches{};
  for (std::size_t p = 0; p < sums.matches_of_pattern.size(); ++p) {
    const std::size_t bin = MatchModel::bin_of(sum_bits(compared.patterns[p].pattern, model, table).shared);
    bin_pairs[bin] += compared.patterns[p].pairs;
    bin_matches[bin] += sums.matches_of_pattern[p];
  }
  for (const auto& count : compared.hopeless)
    bin_pairs[MatchModel::bin_of(sum_bits(count.pattern, model, table).shared)] += count.pairs;
  double apart = 0;
  for (std::size_t b = 0; b < MatchModel::bin_of(-2); ++b) apart += bin_matches[b];
  const double too_many = std::max(1.0, apart / std::max(1.0, kMostApart * sums.all_matches));
  const BinSums seen = seen_by_bin(all, model);
  for (std::size_t b = 0; b < model.cap.size(); ++b) {
    model.is_known[b] = seen[b] >= kEnoughSeen;
    const double pairs = model.is_known[b] ? std::max(seen[b] * all.each_stands_for, bin_pairs[b]) : bin_pairs[b];
    const double matches = bin_matches[b] / (b < MatchModel::bin_of(-2) ? too_many : 1);
    model.cap[b] = std::log2((matches + 0.5) / (std::max(0.0, pairs - matches) + 0.5));
  }
}

/// How much the largest probability moved.
double maximise(MatchModel& model, std::span<const LinkageField> fields, const Compared& compared, const Sums& sums,
                const AllPairs& all) {
  double change = 0;
  for (std::size_t f = 0; f < model.fields.size(); ++f)
    change =
        std::max(change, maximise_field(model.fields[f], fields[f], sums.matches[f], sums.kin[f], all.shares[f], all));
  const double matches = std::clamp(sums.all_matches, 0.5, all.pairs * 0.5);
  model.log2_prior = std::log2(matches / (all.pairs - matches));
  weigh_bins(model, compared, sums, all);
  return change;
}

MatchModel first_guess(std::span<const LinkageField> fields, const AllPairs& all, double likely_matches) {
  MatchModel model;
  model.fields.resize(fields.size());
  for (const auto& field : fields) model.is_shared.push_back(field.is_shared);
  Sums nothing;
  nothing.matches.assign(fields.size(), Levels{});
  nothing.kin.assign(fields.size(), Levels{});
  nothing.all_matches = likely_matches;
  maximise(model, fields, {}, nothing, all);
  for (std::size_t b = 0; b < model.cap.size(); ++b) {
    const double added_up = model.log2_prior + MatchModel::least_bits_of(b);
    model.cap[b] =
        model.is_known[b] ? std::min(std::max(model.log2_prior + kFirstFloor, added_up), kFirstCap) : kFirstCap;
  }
  return model;
}

AgreementPattern shared_part(AgreementPattern pattern, const MatchModel& model) {
  AgreementPattern part = 0;
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    if (model.is_shared[f]) part |= pattern & (AgreementPattern{7} << (3 * f));
  }
  return part;
}

/// Takes out the patterns without hope; their pairs still count in the bins.
void set_aside(Compared& compared, const MatchModel& model) {
  const BitTable table = model.bit_table();
  std::map<AgreementPattern, double> hopeless;
  std::erase_if(compared.patterns, [&](const PatternCount& count) {
    const BitSums bits = sum_bits(count.pattern, model, table);
    if (model.bits_of_sums(bits.personal, bits.shared, bits.shared) > kHopeless) return false;
    hopeless[shared_part(count.pattern, model)] += count.pairs;
    return true;
  });
  for (const auto& [pattern, pairs] : hopeless) compared.hopeless.push_back({pattern, pairs});
}

}  // namespace

Training train(std::span<const PatternCount> patterns, std::span<const LinkageField> fields, const AllPairs& all) {
  Training training;
  training.model = first_guess(fields, all, std::sqrt(2 * all.pairs) * 0.2);
  Compared compared{{patterns.begin(), patterns.end()}, {}};
  double change = 1;
  while (training.rounds < kMostRounds && (change > kSettled || training.rounds <= kFirstRounds)) {
    const Sums sums = expect(compared.patterns, training.model);
    training.matches = sums.all_matches;
    ++training.rounds;
    change = maximise(training.model, fields, compared, sums, all);
    if (training.rounds == kFirstRounds) set_aside(compared, training.model);
  }
  return training;
}

}  // namespace sidik::people
