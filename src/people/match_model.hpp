#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "base/units.hpp"
#include "people/linkage_field.hpp"
#include "people/pair_comparer.hpp"

namespace sidik::people {

/// What a field says at each level: the m-probability (among pairs that are one person), the u-probability (among all
/// others), and the same among others that have much in common, as relatives have; all given that neither value is
/// missing. A missing value says nothing.
struct FieldModel {
  std::array<double, kLevels> m{};
  std::array<double, kLevels> u{};
  std::array<double, kLevels> kin{};
  [[nodiscard]] double bits(Level level) const;
  [[nodiscard]] double kin_bits(Level level) const;
};

/// The bits of all levels of all fields, ready to be summed: twice, for pairs with little and with much in common.
using BitTable = std::array<std::vector<std::array<double, kLevels>>, 2>;

/// A trained model: Fellegi and Sunter's weights with a prior that looks at what relatives share.
///
/// Relatives agree in address, surname and telephone as a person with herself does, and those agreements come together.
/// So the shared fields do not simply add up: pairs are sorted into bins by the sum of their shared bits, and the odds
/// of a bin are at most what the personal fields of its pairs bear out. Where the shared fields alone would nearly make
/// two records one person, the personal ones are weighed against relatives and not against strangers: relatives have
/// one word of their names in common more often.
struct MatchModel {
  static constexpr int kLowestBin = -30;
  static constexpr int kBins = 60;  ///< of two bits each
  static constexpr double kLeastKin = -4;

  std::vector<FieldModel> fields;
  std::vector<bool> is_shared;      ///< by field
  double log2_prior = 0;            ///< log2 odds that two records drawn at random are one person
  std::array<double, kBins> cap{};  ///< log2 odds of a bin, at most
  /// Whether the odds of a bin are what `cap` says: so where all of its pairs are known by number. A person who moved
  /// disagrees in street, town and postcode at once, so these do not simply add up either.
  std::array<bool, kBins> is_known{};

  [[nodiscard]] static std::size_t bin_of(double shared_bits);
  /// The fewest bits that sort into a bin.
  [[nodiscard]] static double least_bits_of(std::size_t bin) { return kLowestBin + 2.0 * static_cast<double>(bin); }
  /// Whether pairs with so many shared bits are weighed against relatives. That begins some bits before even odds:
  /// where relatives are frequent, an address in common says so little that it alone never gets there.
  [[nodiscard]] bool is_kin(double shared_bits) const {
    return shared_bits > 0 && log2_prior + shared_bits >= kLeastKin;
  }
  [[nodiscard]] BitTable bit_table() const;
  /// The weight of a pair of such sums: log2 odds that it is one person; `shared` sorts into the bin, `adjusted` is the
  /// same with the frequency of values.
  [[nodiscard]] double bits_of_sums(double personal, double shared, double adjusted) const;
};

[[nodiscard]] double probability_of(double bits);

}  // namespace sidik::people
