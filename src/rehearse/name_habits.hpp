#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rehearse/areas.hpp"

/// Frequent name tokens and regional habits. Frequencies are rough weights that give the known skew (a few tokens
/// carried by several percent of all people), not measurements.
namespace sidik::rehearse {

struct NameWeight {
  std::string_view word;
  std::uint32_t weight;
};

struct NameHabit {
  std::span<const NameWeight> male;
  std::span<const NameWeight> female;
  std::span<const NameWeight> family;     ///< names that a household shares; empty: none
  std::uint32_t single_name_percent = 0;  ///< of those born before 1975; a third of it after
  std::uint32_t regional_percent = 60;    ///< how often a given name comes from the tables above rather than the pack
};

[[nodiscard]] const NameHabit& name_habit(Culture culture);
/// Names in front that Muslim families give everywhere: MUHAMMAD and its writings, SITI, NUR.
[[nodiscard]] std::span<const NameWeight> muslim_first_names(bool female);

}  // namespace sidik::rehearse
