#include "text/instant.hpp"

#include <fmt/format.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <charconv>
#include <utility>

#include "text/dates.hpp"
#include "text/letters.hpp"

namespace sidik::text {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::pair<std::string_view, std::string_view> kNames[] = {
    {"WIB", "Asia/Jakarta"}, {"WITA", "Asia/Makassar"}, {"WIT", "Asia/Jayapura"}, {"UTC", "Etc/UTC"}};

/// Takes what is written off the front, piece by piece.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  /// A number of exactly so many digits.
  std::optional<int> number(std::size_t digits) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, digits)) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

std::optional<Day> read_day(Reader& reader) {
  const auto year = reader.number(4);
  const bool has_month = year && reader.take('-');
  const auto month = has_month ? reader.number(2) : std::nullopt;
  const bool has_day = month && reader.take('-');
  const auto day = has_day ? reader.number(2) : std::nullopt;
  if (!day || *year < 1900 || *year > 2200 || !is_real_date(*year, *month, *day)) return std::nullopt;
  return Day(std::chrono::year{*year} / *month / *day);
}

/// The seconds by which a zone is ahead: Z, +07:00, +0700, WIB.
std::optional<seconds> read_offset(std::string_view zone) {
  zone = trim(zone);
  if (zone == "Z") return seconds(0);
  if (zone == "WIB") return hours(7);
  if (zone == "WITA") return hours(8);
  if (zone == "WIT") return hours(9);
  Reader reader(zone);
  const bool is_behind = reader.take('-');
  if (!is_behind && !reader.take('+')) return std::nullopt;
  const auto hour = reader.number(2);
  reader.take(':');
  const auto minute = reader.number(2);
  if (!hour || !minute || !reader.rest().empty() || *hour > 14 || *minute > 59) return std::nullopt;
  const seconds ahead = hours(*hour) + minutes(*minute);
  return is_behind ? -ahead : ahead;
}

}  // namespace

struct TimeZone::Impl {
  std::unique_ptr<icu::TimeZone> zone;
};

TimeZone::TimeZone(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TimeZone::~TimeZone() = default;
TimeZone::TimeZone(TimeZone&&) noexcept = default;
TimeZone& TimeZone::operator=(TimeZone&&) noexcept = default;

std::optional<TimeZone> TimeZone::named(std::string_view name) {
  for (const auto& [shorter, full] : kNames) {
    if (name == shorter) name = full;
  }
  std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString(name.data(), static_cast<int32_t>(name.size()), US_INV)));
  if (!zone || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
  auto impl = std::make_unique<Impl>();
  impl->zone = std::move(zone);
  return TimeZone(std::move(impl));
}

seconds TimeZone::offset_at(Instant at) const {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  constexpr double kMilliseconds = 1000;
  impl_->zone->getOffset(static_cast<double>(at.time_since_epoch().count()) * kMilliseconds, 0, raw, summer, status);
  return seconds((raw + summer) / 1000);
}

Day TimeZone::day_of(Instant at) const { return std::chrono::floor<std::chrono::days>(at + offset_at(at)); }

Instant TimeZone::end_of(Day day) const {
  // The offset in force when that day ends; a change during the last hours needs a second look.
  const Instant as_utc = Instant(day + std::chrono::days(1)) - seconds(1);
  const Instant near_it = as_utc - offset_at(as_utc);
  return as_utc - offset_at(near_it);
}

std::string TimeZone::show(Instant at) const {
  const seconds offset = offset_at(at);
  const Instant wall = at + offset;
  const Day day = std::chrono::floor<std::chrono::days>(wall);
  const auto minute = std::chrono::duration_cast<minutes>(wall - day).count();
  const auto ahead = std::chrono::duration_cast<minutes>(offset < seconds(0) ? -offset : offset).count();
  return fmt::format("{} {:02}:{:02} {}{:02}:{:02}", day_text(day), minute / 60, minute % 60,
                     offset < seconds(0) ? '-' : '+', ahead / 60, ahead % 60);
}

std::optional<Instant> parse_instant(std::string_view written) {
  Reader reader(trim(written));
  const auto day = read_day(reader);
  if (!day || (!reader.take('T') && !reader.take(' '))) return std::nullopt;
  const auto hour = reader.number(2);
  const auto minute = reader.take(':') ? reader.number(2) : std::nullopt;
  if (!hour || !minute) return std::nullopt;
  int second = 0;
  if (reader.take(':')) {
    const auto read = reader.number(2);
    if (!read) return std::nullopt;
    second = *read;
  }
  const auto offset = read_offset(reader.rest());
  if (!offset || *hour > 23 || *minute > 59 || second > 59) return std::nullopt;
  return Instant(*day) + hours(*hour) + minutes(*minute) + seconds(second) - *offset;
}

std::optional<Day> parse_day(std::string_view written) {
  Reader reader(written);
  const auto day = read_day(reader);
  return reader.rest().empty() ? day : std::nullopt;
}

std::string day_text(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace sidik::text
