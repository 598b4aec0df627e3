#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "findings/document.hpp"
#include "origin/authenticity.hpp"
#include "pack/pack.hpp"

namespace sidik::origin {

/// Days since 1970-01-01, both included.
struct DayRange {
  std::int32_t from = 0;
  std::int32_t to = 0;
};

/// When a register that stamps its records was copied, from the days of its stamps: up to the copy they come at the
/// rate of the last weeks before it, afterwards only by error.
///
/// Method    the day of the copy is a change point of a Poisson process from the rate of the bulk's last weeks (at
/// least
///           30 days, at least 40 stamps) to that of the errors that lie far behind; both taken from the stamps
///           themselves, overdispersion divides the log likelihood, any day up to `today` counts alike beforehand.
/// Input     `days` sorted; `today`: no copy is made later; `tail`: what of the posterior lies outside on either side.
///           Windows that are called 95 % leave out 1 %, for the weeks of a register are no Poisson process.
/// Output    nothing with fewer than 20 stamps.
/// Cost      linear in the stamps and in some hundred days.
[[nodiscard]] std::optional<DayRange> range_of_stamps(std::span<const std::int32_t> days, std::int32_t today,
                                                      double tail);

/// When a register that holds births and ages was copied: an age of y says that it was between the day on which y years
/// were full and the next. `spans`: a record each. The days that most of them allow, when at least 80 % agree and there
/// are 50; else nothing.
[[nodiscard]] std::optional<DayRange> range_of_ages(std::span<const DayRange> spans);

/// When a stratum was taken out, from its sampled rows: by stamps of records (created, updated, last log-in), else by
/// days that systems write when something happens (status, start); by ages beside births; by codes of areas that came
/// into force; at the least by the month of the last birth. What each says stands in `because`.
///
/// Caveats   a copy that was filtered by date, or a register that was left alone before, looks older than it is: the
///           window is that of the last stamps. Nothing is known of rows that were made up.
[[nodiscard]] findings::StratumWindow find_window(const SampledRows& sample, const pack::Pack& pack,
                                                  std::int32_t today);

}  // namespace sidik::origin
