#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "base/units.hpp"
#include "people/linkage_field.hpp"
#include "people/pair_comparer.hpp"

namespace sidik::people {

/// What a field says at each level: the m-probability (among pairs that are one person), the u-probability (among all
/// others), both given that neither value is missing. A missing value says nothing.
struct FieldModel {
  std::array<double, kLevels> m{};
  std::array<double, kLevels> u{};
  [[nodiscard]] double bits(Level level) const;
};

/// A trained model: Fellegi and Sunter's weights with a prior that looks at what relatives share.
///
/// Relatives agree in address, surname and telephone as a person with herself does, and those agreements come together.
/// So the shared fields do not simply add up: pairs are sorted into bins by the sum of their shared bits, and the odds
/// of a bin are at most what the personal fields of its pairs bear out.
struct MatchModel {
  static constexpr int kLowestBin = -30;
  static constexpr int kBins = 60;  ///< of two bits each

  std::vector<FieldModel> fields;
  std::vector<bool> is_shared;      ///< by field
  double log2_prior = 0;            ///< log2 odds that two records drawn at random are one person
  std::array<double, kBins> cap{};  ///< log2 odds of a bin, at most

  [[nodiscard]] static std::size_t bin_of(double shared_bits);
  /// The weight of a pair: log2 odds that it is one person, without term frequencies.
  [[nodiscard]] double bits(AgreementPattern pattern) const;
  /// The same of sums that the caller has; `shared` sorts into the bin, `adjusted` is what the odds are read from.
  [[nodiscard]] double bits_of_sums(double personal, double shared, double adjusted) const;
};

[[nodiscard]] double probability_of(double bits);

}  // namespace sidik::people
