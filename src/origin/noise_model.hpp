#pragma once

#include <array>
#include <cstddef>

/// What leakers and sellers do to a table, as `origin` assumes it. Every rate is unknown for the dump at hand, so each
/// is a list of rates with a prior; a group's evidence is the mean over them, which keeps what depends on one habit
/// from being counted column by column.
///
/// The priors and weights were fitted on simulated leaks of seeds 1 to 3 (rehearse/profile_leak);
/// bench/attribute_origin reports on seeds from 101; see docs/decisions/0013.
namespace sidik::origin {

template <std::size_t kSize>
struct Rates {
  std::array<double, kSize> rate;
  std::array<double, kSize> prior;  ///< sums to 1
};

/// How far what is seen may lie from the profile.
struct NoiseModel {
  Rates<4> dropped;    ///< columns of the profile that are not in the dump
  Rates<4> renamed;    ///< columns under another name
  Rates<4> added;      ///< columns of the dump that are not the profile's
  Rates<3> reformed;   ///< columns written in another form
  Rates<3> recoded;    ///< code lists written in other codes
  Rates<3> unmatched;  ///< key ranges, periods and links that do not hold
  // Of strata that stand beside others in a table.
  Rates<3> emptied;            ///< columns that the system always fills, in the table and empty in this stratum
  Rates<3> still;              ///< columns that vary in the profile's system and hold one value here
  bool is_the_system = false;  ///< not another that looks like it: only its rows stand in copies of it
};

/// A part of a register, or rows taken over in bulk, hold one value here and there.
inline constexpr Rates<3> kRealVariation{{0.01, 0.06, 0.15}, {0.90, 0.08, 0.02}};

/// A dump of the system itself, changed by whoever leaked it.
inline constexpr NoiseModel kLeakOfCandidate{
    .dropped = {{0.04, 0.2, 0.45, 0.75}, {0.82, 0.08, 0.08, 0.02}},
    .renamed = {{0.02, 0.25, 0.6, 0.95}, {0.17, 0.56, 0.26, 0.01}},
    .added = {{0.02, 0.12, 0.3, 0.6}, {0.50, 0.44, 0.05, 0.01}},
    .reformed = {{0.05, 0.3, 0.7}, {0.87, 0.06, 0.07}},
    .recoded = {{0.03, 0.3, 0.8}, {0.85, 0.05, 0.10}},
    .unmatched = {{0.05, 0.3, 0.7}, {0.02, 0.97, 0.01}},
    .emptied = {{0.01, 0.06, 0.25}, {0.95, 0.045, 0.005}},
    .still = kRealVariation,
    .is_the_system = true,
};

/// A system that no profile describes and that is a relative of one that is: the same trade or the same country, but
/// its own columns beside shared ones, its own names, forms and codes.
inline constexpr NoiseModel kRelative{
    .dropped = {{0.2, 0.45, 0.7, 0.85}, {0.34, 0.39, 0.18, 0.09}},
    .renamed = {{0.25, 0.6, 0.8, 0.95}, {0.01, 0.29, 0.22, 0.48}},
    .added = {{0.12, 0.3, 0.5, 0.7}, {0.17, 0.44, 0.29, 0.10}},
    .reformed = {{0.05, 0.3, 0.7}, {0.07, 0.47, 0.46}},
    .recoded = {{0.03, 0.3, 0.8}, {0.33, 0.07, 0.60}},
    .unmatched = {{0.05, 0.3, 0.7}, {0.18, 0.12, 0.70}},
    .emptied = {{0.2, 0.5, 0.8}, {0.3, 0.4, 0.3}},
    .still = kRealVariation,
};

/// Rows that someone filled up in the form of a system: columns that stand still, or stay empty.
inline constexpr NoiseModel kFilledUp = [] {
  NoiseModel model = kLeakOfCandidate;
  model.is_the_system = false;
  model.emptied = {{0.02, 0.4, 0.7}, {0.4, 0.3, 0.3}};
  model.still = {{0.3, 0.5, 0.8}, {0.3, 0.4, 0.3}};
  return model;
}();

/// The unknown is a mixture. `twin`: another system that looks exactly like a profile (the same product elsewhere, a
/// partner with an extract): it bounds what structure alone can ever prove, with 50 profiles at some 200,000, which is
/// about as many wrong comparisons as the error rates rest on.
struct UnknownModel {
  double relative = 0.942;
  double anything = 0.0575;  ///< columns from anywhere
  double twin = 0.0005;
  /// Made up in the form of a profile, where a table holds several strata: sellers pad what they put together. Whether
  /// a table of one stratum is made up is a question of its own, see authenticity.
  double filled_up = 0.03;
};
inline constexpr UnknownModel kUnknown{};

/// The unknown's weight among the alternatives to a candidate; the other candidates share the rest.
inline constexpr double kUnknownAmongAlternatives = 0.5;

/// The weight of a group's evidence, for what remains dependent inside it: 1 would be full.
enum class Group : std::size_t { columns, formats, codes, key_ranges, links, volume, variety, containment };
inline constexpr std::size_t kGroups = 8;
inline constexpr std::array<double, kGroups> kGroupWeight{0.45, 0.42, 0.49, 0.46, 0.36, 0.45, 0.9, 1};

/// How often rows stand in a copy that is known to be of a system. Judgement, not measured: a new dump of the system
/// may well be of other rows, so their absence says little; rows of another system that are the same in most columns
/// happen where a seller mixes. It holds the group within some two and a half decades.
struct ContainmentModel {
  double least_share = 0.01;   ///< of the stratum's records: less is what a mix leaves
  double of_the_system = 0.5;  ///< shares at least that much
  double of_another = 0.002;
};
inline constexpr ContainmentModel kContainment{};

}  // namespace sidik::origin
