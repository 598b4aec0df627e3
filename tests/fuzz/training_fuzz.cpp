// A model trained on any pairs. Input: three choices (fields, 1 to 4; whether they are plain, 0, or of any kind; how
// many pairs were not compared), for fields of any kind three choices each (kind, shared, proves), then the level of
// each field, pair after pair.
#include <cmath>

#include "choice_reader.hpp"
#include "people/expectation.hpp"
#include "people/expectation_twin.hpp"
#include "require.hpp"

namespace sidik::fuzz {
namespace {

using people::AllPairs;
using people::ExpectationSlowly;
using people::FieldKind;
using people::kLevels;
using people::Level;
using people::LinkageField;
using people::Training;

constexpr std::size_t kMostPairs = 500;

struct Table {
  explicit Table(ChoiceReader& input) : fields(1 + input.below(4)), is_plain(input.below(2) == 0) {
    const auto not_compared = static_cast<double>(input.below(256));
    for (LinkageField& field : fields) {
      if (is_plain) continue;
      field.kind = static_cast<FieldKind>(input.below(9));
      field.is_shared = input.below(2) == 1;
      field.proves = input.below(2) == 1;
    }
    while (!input.rest().empty() && pairs.size() < kMostPairs) {
      ExpectationSlowly::Pair pair;
      for (std::size_t f = 0; f < fields.size(); ++f) pair.push_back(static_cast<Level>(input.below(kLevels)));
      pairs.push_back(std::move(pair));
    }
    survey(not_compared);
  }

  /// Pairs that were not compared differ in all fields.
  void survey(double not_compared) {
    all.pairs = std::max(1.0, static_cast<double>(pairs.size()) + not_compared);
    all.smallest_share = 0.5 / all.pairs;
    all.shares.assign(fields.size(), {});
    people::AgreementPattern shared = 0;
    for (std::size_t f = 0; f < fields.size(); ++f) {
      for (const auto& pair : pairs) all.shares[f][static_cast<std::size_t>(pair[f])] += 1 / all.pairs;
      all.shares[f][static_cast<std::size_t>(Level::different)] += not_compared / all.pairs;
      if (fields[f].is_shared) shared |= people::AgreementPattern{7} << (3 * f);
    }
    people::AgreementPattern all_differ = 0;
    for (std::size_t f = 0; f < fields.size(); ++f)
      all_differ |= static_cast<people::AgreementPattern>(Level::different) << (3 * f);
    for (const auto& count : people::patterns_of(pairs)) all.in_common.push_back({count.pattern & shared, count.pairs});
    if (not_compared > 0) all.in_common.push_back({all_differ & shared, not_compared});
  }

  std::vector<LinkageField> fields;
  bool is_plain;
  std::vector<ExpectationSlowly::Pair> pairs;
  AllPairs all;
};

void require_distribution(const std::array<double, kLevels>& levels) {
  double sum = 0;
  for (std::size_t l = 1; l < kLevels; ++l) {
    require(std::isfinite(levels[l]) && levels[l] > 0, "a probability is above 0");
    sum += levels[l];
  }
  require(std::abs(sum - 1) < 1e-9, "the probabilities of the levels add up to 1");
}

void require_sound(const Training& training, const Table& table) {
  require(training.model.fields.size() == table.fields.size(), "a model has all fields");
  for (const auto& field : training.model.fields) {
    require_distribution(field.m);
    require_distribution(field.u);
    require_distribution(field.kin);
  }
  for (const double cap : training.model.cap) require(std::isfinite(cap), "the odds of a bin are finite");
  require(training.model.log2_prior <= 0, "at most every other pair is one person");
  require(training.matches >= 0 && training.matches <= static_cast<double>(table.pairs.size()) * (1 + 1e-9),
          "matches are pairs");
}

void require_twin(const Training& training, const Table& table) {
  ExpectationSlowly twin(table.pairs, table.all);
  for (int round = 0; round < training.rounds; ++round) twin.round();
  for (std::size_t f = 0; f < table.fields.size(); ++f) {
    for (std::size_t l = 1; l < kLevels; ++l) {
      require(std::abs(training.model.fields[f].m[l] - twin.m[f][l]) < 1e-5, "m is the slow twin's");
      require(std::abs(training.model.fields[f].u[l] - twin.u[f][l]) < 1e-5, "u is the slow twin's");
    }
  }
}

void run(ChoiceReader input) {
  const Table table(input);
  const Training training = people::train(people::patterns_of(table.pairs), table.fields, table.all);
  require_sound(training, table);
  if (table.is_plain) require_twin(training, table);
}

}  // namespace
}  // namespace sidik::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sidik::fuzz::run({data, size});
  return 0;
}
