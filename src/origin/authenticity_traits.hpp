#pragma once

#include <optional>

#include "origin/authenticity.hpp"

/// The figures that authenticity is read from. Each is nothing where the rows cannot be asked.
namespace sidik::origin {

/// The share of national serials in the lowest hundredth of their range.
[[nodiscard]] std::optional<double> low_serials(const SampledRows& sample, const pack::Pack& pack);

/// Births on 1 January, 1 July and 31 December, as a multiple of three even days.
[[nodiscard]] std::optional<double> birth_heaping(const SampledRows& sample, const pack::Pack& pack,
                                                  int reference_year);

/// Half the sum of what 24 hours differ from even ones, of stamps that have a time; of the column that is most uneven.
[[nodiscard]] std::optional<double> uneven_hours(const SampledRows& sample, const pack::Pack& pack);

/// The share of columns about people and their rows, of those whose values could vary, that hold one value.
[[nodiscard]] std::optional<double> still_columns(const SampledRows& sample);

/// Rows that share a family number, the head's card or an address with another person, as a multiple of what a third
/// of the register in families of three would show in the sample.
[[nodiscard]] std::optional<double> family_sharing(const SampledRows& sample);

}  // namespace sidik::origin
