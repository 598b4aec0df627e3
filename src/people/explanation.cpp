#include "people/explanation.hpp"

namespace sidik::people {

Explanation explain_pair(const RecordStore& store, const MatchModel& model, const TermFrequency& frequency,
                         RecordNumber left, RecordNumber right) {
  PairComparer comparer(store);
  const AgreementPattern pattern = comparer.compare(left, right);
  const Record& one = store.record(left);
  const Record& other = store.record(right);
  const BitTable table = model.bit_table();
  double shared = 0;
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    if (model.is_shared[f]) shared += table[0][f][static_cast<std::size_t>(level_in(pattern, f))];
  }
  const auto& weights = table[model.is_kin(shared) ? 1 : 0];
  Explanation out;
  out.before = model.log2_prior;
  double sum = out.before;
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    const Level level = level_in(pattern, f);
    out.fields.push_back(
        {f, level, weights[f][static_cast<std::size_t>(level)], frequency.bits(f, level, one[f], other[f])});
    sum += out.fields.back().bits + out.fields.back().rarity;
  }
  PairScorer scorer(store, model, frequency);
  out.total = scorer.bits(left, right);
  out.bounded = out.total - sum;
  return out;
}

}  // namespace sidik::people
