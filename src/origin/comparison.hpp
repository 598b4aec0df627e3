#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "origin/column_background.hpp"
#include "origin/noise_model.hpp"
#include "origin/stratum_facts.hpp"
#include "pack/origin_profile.hpp"

namespace sidik::origin {

/// A column of the stratum beside the profile's column that it is taken for.
struct MatchedColumn {
  std::size_t seen = 0;
  std::size_t known = 0;
  bool is_same_name = false;
  double as_named =
      0;  ///< probability of what is seen when the column kept its name, over the background; 0: it did not
  double as_renamed = 0;  ///< the same when it was renamed
};

/// One observation: how probable it is when the profile's habit was kept, over how probable it is for any system.
struct Observation {
  double ratio = 1;
  bool agrees = true;
};

/// A stratum laid beside one profile: everything that the evidence is computed from, whatever the noise.
struct Comparison {
  std::vector<MatchedColumn> matched;
  std::vector<std::size_t> foreign;     ///< columns of the stratum that the profile does not hold
  std::vector<std::string> never_held;  ///< meanings among them that it is known never to hold
  std::size_t missing = 0;              ///< columns of the profile that are not in the stratum
  std::size_t always = 0;               ///< columns that the profile's system always fills and the table has
  std::size_t emptied = 0;              ///< of them, those that this stratum leaves empty
  std::size_t varying = 0;              ///< matched columns that vary in the profile's system
  std::size_t still = 0;                ///< of them, those that hold one value here
  std::size_t seen = 0;                 ///< columns of the stratum that were compared
  bool has_names = true;
  bool is_beside_others = false;
  std::vector<Observation> formats;
  std::vector<Observation> codes;
  std::vector<Observation> key_ranges;
  std::vector<Observation> links;
  std::optional<double> contained;    ///< share of the records that stand in a copy known to be of this system
  double volume = 0;                  ///< natural logarithm of the ratio
  std::optional<std::uint64_t> held;  ///< the most records that a source gives for it
};

/// Lays the stratum beside profile number `number` of those that `background` was made of.
/// Cost     O(columns^3) of the smaller side.
[[nodiscard]] Comparison compare(const StratumFacts& facts, const pack::OriginProfile& profile, std::size_t number,
                                 const ColumnBackground& background);

/// The natural logarithm of each group's likelihood under the noise, over that of columns from anywhere.
[[nodiscard]] std::array<double, kGroups> log_likelihoods(const Comparison& comparison, const NoiseModel& noise);

}  // namespace sidik::origin
