#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace sidik::origin {

/// Days since 1970-01-01, both included.
struct DayRange {
  std::int32_t from = 0;
  std::int32_t to = 0;
};

/// When a register that stamps its records was copied, from the days of its stamps: up to the copy they come at the
/// rate of the last weeks before it, afterwards only by error.
///
/// Method    the day of the copy is a change point of a Poisson process, from the rate of the bulk's last weeks (at
///           least 30 days, at least 40 stamps) to that of the errors that lie far behind; both are taken from the
///           stamps themselves, and so is what the days of a week get; overdispersion divides the log likelihood, any
///           day up to `today` counts alike beforehand.
/// Input     `days` sorted; `today`: no copy is made later; `tail`: what of the posterior lies outside on either side.
///           Windows that are called 95 % leave out 1 % on either side, for the weeks of a register are no Poisson
///           process.
/// Output    nothing with fewer than 20 stamps.
/// Cost      linear in the stamps and in some hundred days.
[[nodiscard]] std::optional<DayRange> range_of_stamps(std::span<const std::int32_t> days, std::int32_t today,
                                                      double tail);

/// The tail of windows that are called 95 %.
inline constexpr double kWindowTail = 0.01;

}  // namespace sidik::origin
