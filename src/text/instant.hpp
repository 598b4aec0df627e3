#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sidik::text {

using Instant = std::chrono::sys_seconds;
using Day = std::chrono::sys_days;  ///< a day of a calendar on a wall, of whatever zone

/// What clocks on walls show somewhere, with the changes of its history.
///
/// Source   the time zone database, as ICU has it.
class TimeZone {
 public:
  /// `Asia/Jakarta`; also WIB, WITA and WIT, the zones of Indonesia. Nothing when there is no such zone.
  [[nodiscard]] static std::optional<TimeZone> named(std::string_view name);
  ~TimeZone();
  TimeZone(TimeZone&&) noexcept;
  TimeZone& operator=(TimeZone&&) noexcept;

  [[nodiscard]] std::chrono::seconds offset_at(Instant at) const;
  [[nodiscard]] Day day_of(Instant at) const;
  /// The last second of a day there.
  [[nodiscard]] Instant end_of(Day day) const;
  /// `2021-05-23 09:00 +07:00`.
  [[nodiscard]] std::string show(Instant at) const;

 private:
  struct Impl;
  explicit TimeZone(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Reads `2021-05-20T09:00+07:00`, `2021-05-20 09:00:30 WIB`, `...Z`. A time says its zone; one that does not is none.
/// Years 1900 to 2200.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view written);
/// Reads `2021-05-20`.
[[nodiscard]] std::optional<Day> parse_day(std::string_view written);
/// `2021-05-20`.
[[nodiscard]] std::string day_text(Day day);

}  // namespace sidik::text
