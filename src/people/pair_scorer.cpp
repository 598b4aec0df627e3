#include "people/pair_scorer.hpp"

#include <algorithm>

namespace sidik::people {
namespace {

constexpr double kProof = 8;

}  // namespace

PairScorer::PairScorer(const RecordStore& store, const MatchModel& model, const TermFrequency& frequency)
    : store_(store), model_(model), frequency_(frequency), comparer_(store), weights_(model.bit_table()) {
  for (std::size_t f = 0; f < model.fields.size(); ++f) (model.is_shared[f] ? shared_ : personal_).push_back(f);
}

PairScorer::Sums PairScorer::sums_of(AgreementPattern pattern, const Record& left, const Record& right) const {
  double shared = 0;
  double adjusted = 0;
  for (const std::size_t f : shared_) {
    const Level level = level_in(pattern, f);
    const double bits = weights_[0][f][static_cast<std::size_t>(level)];
    shared += bits;
    adjusted += bits + frequency_.bits(f, level, left[f], right[f]);
  }
  const auto& weights = weights_[model_.is_kin(shared) ? 1 : 0];
  double personal = 0;
  for (const std::size_t f : personal_) {
    const Level level = level_in(pattern, f);
    personal += weights[f][static_cast<std::size_t>(level)] + frequency_.bits(f, level, left[f], right[f]);
  }
  const double bits = model_.bits_of_sums(personal, shared, adjusted);
  return {bits < kProof && is_proven(pattern) ? kProof : bits, personal};
}

/// Whether a checked identifier agrees and no name nor birth date differs altogether.
bool PairScorer::is_proven(AgreementPattern pattern) const {
  bool is_same = false;
  const auto& fields = store_.fields();
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const Level level = level_in(pattern, f);
    is_same = is_same || (fields[f].proves && level == Level::exact);
    const bool is_own = fields[f].kind == FieldKind::name || fields[f].meaning == "birth.date";
    if (is_own && !fields[f].is_shared && level == Level::different) return false;
  }
  return is_same;
}

bool PairScorer::contradicts(AgreementPattern pattern) const {
  bool differs_in_proof = false;
  bool differs_in_birth_or_sex = false;
  const auto& fields = store_.fields();
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const Level level = level_in(pattern, f);
    if (fields[f].proves && level == Level::exact) return false;
    differs_in_proof = differs_in_proof || (fields[f].proves && level == Level::different);
    const bool is_birth_or_sex = fields[f].meaning == "birth.date" || fields[f].meaning == "person.sex";
    differs_in_birth_or_sex = differs_in_birth_or_sex || (is_birth_or_sex && level == Level::different);
  }
  return differs_in_proof && differs_in_birth_or_sex;
}

double PairScorer::bits(RecordNumber left, RecordNumber right) {
  return sums_of(comparer_.compare(left, right), store_.record(left), store_.record(right)).bits;
}

PairVerdict PairScorer::judge(RecordNumber left, RecordNumber right) {
  const AgreementPattern pattern = comparer_.compare(left, right);
  const Sums sums = sums_of(pattern, store_.record(left), store_.record(right));
  return {sums.bits, contradicts(pattern), std::min(0.0, sums.personal)};
}

}  // namespace sidik::people
