#pragma once

#include <vector>

#include "people/clusters.hpp"
#include "people/match_model.hpp"
#include "people/pair_comparer.hpp"
#include "people/term_frequency.hpp"

namespace sidik::people {

/// Weighs pairs of records by a model and the frequency of the values.
///
/// Threads  one. Lifetime: store, model and frequencies outlive it.
class PairScorer {
 public:
  PairScorer(const RecordStore& store, const MatchModel& model, const TermFrequency& frequency);
  /// log2 odds that both are one person. An identifier that identify checks and that agrees to the letter is worth
  /// kProof at least, unless names or birth dates speak against it.
  [[nodiscard]] double bits(RecordNumber left, RecordNumber right);
  /// The same, and whether they cannot be one person: two different valid identifiers, and another birth date or sex.
  [[nodiscard]] PairVerdict judge(RecordNumber left, RecordNumber right);

 private:
  struct Sums {
    double bits = 0;
    double personal = 0;  ///< of them, what is a person's own says so much
  };
  [[nodiscard]] Sums sums_of(AgreementPattern pattern, const Record& left, const Record& right) const;
  [[nodiscard]] bool is_proven(AgreementPattern pattern) const;
  [[nodiscard]] bool contradicts(AgreementPattern pattern) const;

  const RecordStore& store_;
  const MatchModel& model_;
  const TermFrequency& frequency_;
  PairComparer comparer_;
  BitTable weights_;
  std::vector<std::size_t> shared_;    ///< fields
  std::vector<std::size_t> personal_;  ///< the others
};

}  // namespace sidik::people
