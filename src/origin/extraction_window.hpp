#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "findings/document.hpp"
#include "origin/authenticity.hpp"
#include "origin/stamp_range.hpp"
#include "origin/stamp_sample.hpp"
#include "pack/pack.hpp"

namespace sidik::origin {

/// When a register that holds births and ages was copied: an age of y says that it was between the day on which y years
/// were full and the next. `spans`: a record each. The days that most of them allow, when at least 80 % agree and there
/// are 50; else nothing.
[[nodiscard]] std::optional<DayRange> range_of_ages(std::span<const DayRange> spans);

/// When a stratum was taken out, from its sampled rows and the stamps of more of its records, in their order: by stamps
/// of records (created, updated, last log-in), else by days that systems write when something happens (status, start);
/// by ages beside births; by codes of areas that came into force; at the least by the month of the last birth. What
/// each says stands in `because`. Copies of several days, one behind the other, are told apart by their stamps
/// (find_copies): each has its days in `copies`.
///
/// Caveats   a copy that was filtered by date, or a register that was left alone before, looks older than it is: the
///           window is that of the last stamps. Nothing is known of rows that were made up.
[[nodiscard]] findings::StratumWindow find_window(const SampledRows& sample,
                                                  std::span<const StampSample::Field* const> stamps,
                                                  const pack::Pack& pack, std::int32_t today);

}  // namespace sidik::origin
