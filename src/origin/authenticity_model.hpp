#pragma once

#include <array>
#include <cmath>
#include <cstddef>

/// What registers of people look like, and what rows that someone made up do, trait by trait.
///
/// Every trait is a figure; its range is cut in bands, and each band has a probability under either proposition. The
/// probabilities are own judgement, not measured on real registers: nobody here may have those. They are kept far from
/// 0 and 1 for that reason, and the joint ratio is held within kMostDecades; bench/authenticity says how often they are
/// right on rehearsals.
namespace sidik::origin {

struct TraitBand {
  double below = 0;  ///< the figure is below this and in no band before
  double real = 0;   ///< probability when the rows are of a real register
  double made = 0;   ///< the same when they are made up
};
template <std::size_t kBands>
using TraitModel = std::array<TraitBand, kBands>;

/// What the rule that agrees least agrees beyond chance, 1: always, 0: as in shuffled columns. Who makes rows up keeps
/// the rules that he knows.
inline constexpr TraitModel<3> kAgreement{{{0.25, 0.03, 0.60}, {0.5, 0.09, 0.10}, {2, 0.88, 0.30}}};
/// Pairs of columns that depend on each other: none, or some. Where few pairs can be asked, none is less of a wonder.
inline constexpr TraitModel<2> kDependence{{{0.5, 0.03, 0.45}, {1e9, 0.97, 0.55}}};
inline constexpr TraitModel<2> kDependenceOfFew{{{0.5, 0.10, 0.45}, {1e9, 0.90, 0.55}}};
inline constexpr std::size_t kFewPairs = 10;
/// Share of e-mail, sex and printed name that a name hangs together with.
inline constexpr TraitModel<3> kNameTies{{{0.3, 0.06, 0.55}, {0.6, 0.14, 0.15}, {2, 0.80, 0.30}}};
/// Share of the checkable values that no issuer gives out.
inline constexpr TraitModel<3> kNotIssued{{{0.06, 0.88, 0.35}, {0.2, 0.09, 0.15}, {2, 0.03, 0.50}}};
/// Share of serial numbers in the lowest hundredth of their range: issuers count up and seldom come far.
inline constexpr TraitModel<3> kLowSerials{{{0.1, 0.06, 0.60}, {0.4, 0.10, 0.10}, {2, 0.84, 0.30}}};
/// Births on the days that stand for an unknown one, as a multiple of an even year.
inline constexpr TraitModel<3> kHeaping{{{1.3, 0.22, 0.70}, {1.8, 0.13, 0.10}, {1e9, 0.65, 0.20}}};
/// How uneven the hours of a day are: 0 even, 1 all in one.
inline constexpr TraitModel<3> kHours{{{0.12, 0.08, 0.60}, {0.25, 0.17, 0.10}, {2, 0.75, 0.30}}};
/// Share of the columns about people and their rows that hold one value.
inline constexpr TraitModel<3> kStill{{{0.3, 0.90, 0.50}, {0.55, 0.08, 0.10}, {2, 0.02, 0.40}}};
/// Rows that share a family with another person, as a multiple of what a third in families of three would give.
inline constexpr TraitModel<3> kSharing{{{0.1, 0.04, 0.60}, {0.4, 0.08, 0.15}, {1e9, 0.88, 0.25}}};

/// For what traits have in common.
inline constexpr double kTraitWeight = 0.8;
inline constexpr double kMostDecades = 3;

/// log10 of the ratio that a figure has.
template <std::size_t kBands>
double decades_of(double figure, const TraitModel<kBands>& model) {
  for (const TraitBand& band : model) {
    if (figure < band.below) return kTraitWeight * std::log10(band.real / band.made);
  }
  return 0;
}

}  // namespace sidik::origin
