#include "origin/extraction_window.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "text/dates.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kLeastStamps = 20;
constexpr std::int32_t kBeyond = 400;  ///< days behind the bulk that are looked at
constexpr double kTail = 0.01;         ///< of the posterior, on either side: called 95 %, see the header

std::string day_text(std::int32_t day) {
  const text::Date date = text::from_day_number(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// The rate of stamps before the end, what errors bring, and how uneven the days are.
struct Rates {
  double stamps = 0;
  double errors = 0;
  double spread = 1;
};

std::vector<double> daily_counts(std::span<const std::int32_t> days, std::int32_t first, std::int32_t last) {
  std::vector<double> counts(static_cast<std::size_t>(last - first + 1), 0);
  const auto begin = std::ranges::lower_bound(days, first);
  const auto end = std::ranges::upper_bound(days, last);
  for (auto day = begin; day != end; ++day) counts[static_cast<std::size_t>(*day - first)] += 1;
  return counts;
}

Rates rates_of(std::span<const std::int32_t> days, std::size_t bulk_at) {
  constexpr std::int32_t kLeastDays = 30;
  constexpr std::size_t kLeastInside = 40;
  const std::int32_t bulk = days[bulk_at];
  const std::int32_t early = days[bulk_at - std::min(kLeastInside, bulk_at)];
  auto counts = daily_counts(days, std::min(early, bulk - kLeastDays + 1), bulk);
  // A day on which everything was written anew says nothing of the rate.
  std::vector<double> sorted = counts;
  std::ranges::sort(sorted);
  const double usual = std::max(5 * sorted[sorted.size() / 2], 5.0);
  double sum = 0;
  for (double& count : counts) {
    count = std::min(count, usual);
    sum += count;
  }
  Rates rates;
  const auto length = static_cast<double>(counts.size());
  rates.stamps = std::max(sum / length, 1e-4);
  double squares = 0;
  for (const double count : counts) squares += (count - rates.stamps) * (count - rates.stamps);
  rates.spread = std::max(1.0, squares / length / rates.stamps);
  constexpr std::int32_t kFar = 60;
  const auto behind = daily_counts(days, bulk + kFar, bulk + kFar + 365);
  double stray = 0;
  for (const double count : behind) stray += count;
  rates.errors = std::max({stray / static_cast<double>(behind.size()), rates.stamps / 500, 1e-5});
  return rates;
}

}  // namespace

std::optional<DayRange> range_of_stamps(std::span<const std::int32_t> days, std::int32_t today, double tail) {
  const auto known = days.first(static_cast<std::size_t>(std::ranges::upper_bound(days, today) - days.begin()));
  if (known.size() < kLeastStamps) return std::nullopt;
  const std::size_t bulk_at = (known.size() - 1) * 99 / 100;
  const std::int32_t bulk = known[bulk_at];
  const Rates rates = rates_of(known, bulk_at);
  constexpr std::int32_t kBefore = 30;
  const std::int32_t first = bulk - kBefore;
  const std::int32_t last = std::min(today, bulk + kBeyond);
  const auto counts = daily_counts(known, first, last);
  const double each = std::log((rates.stamps + rates.errors) / rates.errors);
  std::vector<double> logs;
  double log = 0;
  for (const double count : counts) {
    log += (count * each - rates.stamps) / rates.spread;
    logs.push_back(log);
  }
  const double most = std::ranges::max(logs);
  double sum = 0;
  for (double& weight : logs) sum += weight = std::exp(weight - most);
  DayRange range{first, last};
  double before = 0;
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const double until = before + logs[i] / sum;
    if (before < tail && until >= tail) range.from = first + static_cast<std::int32_t>(i);
    if (before < 1 - tail && until >= 1 - tail) range.to = first + static_cast<std::int32_t>(i);
    before = until;
  }
  return range;
}

std::optional<DayRange> range_of_ages(std::span<const DayRange> spans) {
  constexpr std::size_t kLeastAges = 50;
  constexpr double kAgree = 0.8;
  if (spans.size() < kLeastAges) return std::nullopt;
  std::map<std::int32_t, int> steps;
  for (const DayRange& span : spans) {
    ++steps[span.from];
    --steps[span.to + 1];
  }
  int most = 0;
  int now = 0;
  for (const auto& [day, step] : steps) most = std::max(most, now += step);
  if (most < kAgree * static_cast<double>(spans.size())) return std::nullopt;
  // Days that nearly as many allow: a slip in one record shall not decide.
  const double enough =
      most -
      2 * std::sqrt(static_cast<double>(most) * (1 - static_cast<double>(most) / static_cast<double>(spans.size()))) -
      1;
  std::optional<std::int32_t> from;
  now = 0;
  for (const auto& [day, step] : steps) {
    now += step;
    if (now >= enough) {
      if (!from) from = day;
    } else if (from) {
      return DayRange{*from, day - 1};
    }
  }
  return std::nullopt;
}

namespace {

/// A column that stamps, with its days.
struct Stamped {
  std::size_t column = 0;
  std::vector<std::int32_t> in_file_order;
  std::vector<std::int32_t> days;  ///< sorted
};

template <class HasMeaning>
std::vector<Stamped> stamps_of(const SampledRows& sample, const pack::Pack& pack, HasMeaning has_meaning) {
  constexpr int kPivot = 2049;
  std::vector<Stamped> out;
  for (std::size_t c = 0; c < sample.meanings.size(); ++c) {
    if (!has_meaning(std::string_view(sample.meanings[c].meaning))) continue;
    Stamped stamped{c, {}, {}};
    for (const auto* row : sample.rows) {
      const auto read = text::parse_date(text::trim(row->field(c)), sample.meanings[c].date_order, pack.months, kPivot);
      if (read) stamped.in_file_order.push_back(text::day_number(read->date));
    }
    stamped.days = stamped.in_file_order;
    std::ranges::sort(stamped.days);
    out.push_back(std::move(stamped));
  }
  return out;
}

/// A dump can be copies of several days one behind the other: then its stretches end on different days, and the window
/// reaches from the first to the last of them. Stretches that could have ended on one day are one copy.
std::optional<DayRange> range_of_copies(const std::vector<std::int32_t>& in_file_order, std::int32_t today) {
  constexpr std::size_t kStretches = 8;
  constexpr std::size_t kLeastInStretch = 60;
  constexpr double kSureTail = 1e-5;
  if (in_file_order.size() < kStretches * kLeastInStretch) return std::nullopt;
  std::optional<DayRange> hull;
  std::int32_t middle = std::numeric_limits<std::int32_t>::min();  ///< the latest of the stretches' medians
  DayRange common{std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  for (std::size_t s = 0; s < kStretches; ++s) {
    const auto first = static_cast<std::ptrdiff_t>(in_file_order.size() * s / kStretches);
    const auto last = static_cast<std::ptrdiff_t>(in_file_order.size() * (s + 1) / kStretches);
    std::vector<std::int32_t> days(in_file_order.begin() + first, in_file_order.begin() + last);
    std::ranges::sort(days);
    const auto sure = range_of_stamps(days, today, kSureTail);
    const auto range = range_of_stamps(days, today, kTail);
    if (!sure || !range) continue;
    middle = std::max(middle, days[days.size() / 2]);
    common = {std::max(common.from, sure->from), std::min(common.to, sure->to)};
    hull = hull ? DayRange{std::min(hull->from, range->from), std::max(hull->to, range->to)} : *range;
  }
  // Stretches of a file that is sorted by time end on different days as well, but then their stamps lie apart.
  const bool is_sorted_by_time = hull && middle > hull->from;
  return hull && common.from > common.to && !is_sorted_by_time ? hull : std::nullopt;
}

/// The column whose window lies latest: the others were left alone earlier.
std::optional<DayRange> latest(const std::vector<Stamped>& columns, const SampledRows& sample, std::int32_t today,
                               findings::StratumWindow& window) {
  std::optional<DayRange> best;
  std::size_t best_at = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto range = range_of_stamps(columns[i].days, today, kTail);
    if (!range || (best && range->from + range->to <= best->from + best->to)) continue;
    best = range;
    best_at = i;
  }
  if (best) {
    if (const auto copies = range_of_copies(columns[best_at].in_file_order, today)) {
      best = copies;
      window.because.emplace_back("its stretches end on different days: copies of several days were put together");
    }
    window.because.push_back(fmt::format("{} stamps of {} end there", columns[best_at].days.size(),
                                         sample.meanings[columns[best_at].column].meaning));
  }
  return best;
}

std::optional<DayRange> by_ages(const SampledRows& sample, const pack::Pack& pack, std::int32_t today,
                                findings::StratumWindow& window) {
  const auto place_of = [&](std::string_view meaning) {
    return static_cast<std::size_t>(std::ranges::find(sample.meanings, meaning, &identify::ColumnMeaning::meaning) -
                                    sample.meanings.begin());
  };
  const std::size_t age_at = place_of("person.age");
  const std::size_t birth_at = place_of("birth.date");
  if (age_at == sample.meanings.size() || birth_at == sample.meanings.size()) return std::nullopt;
  const int pivot = text::from_day_number(today).year;
  std::vector<DayRange> spans;
  for (const auto* row : sample.rows) {
    const std::string_view age_text = text::trim(row->field(age_at));
    if (age_text.empty() || age_text.size() > 3 || !std::ranges::all_of(age_text, text::is_digit)) continue;
    int age = 0;
    for (const char c : age_text) age = age * 10 + (c - '0');
    const auto birth =
        text::parse_date(text::trim(row->field(birth_at)), sample.meanings[birth_at].date_order, pack.months, pivot);
    if (!birth || age > 120) continue;
    const auto birthday = [&](int years) {
      text::Date date = birth->date;
      date.year = static_cast<decltype(date.year)>(date.year + years);
      if (!text::is_real_date(date.year, date.month, date.day)) date.day = 28;
      return text::day_number(date);
    };
    spans.push_back({birthday(age), birthday(age + 1) - 1});
  }
  const auto range = range_of_ages(spans);
  if (range) window.because.push_back(fmt::format("the ages of {} records fit their births only then", spans.size()));
  return range;
}

/// The newest code of an area that several records carry.
std::optional<std::int32_t> codes_in_force(const SampledRows& sample, const pack::Pack& pack,
                                           findings::StratumWindow& window) {
  constexpr std::size_t kLeastRecords = 5;
  std::uint16_t known_since = 0xFFFF;
  for (const auto& area : pack.areas) known_since = std::min(known_since, area.first_year);
  std::map<std::uint16_t, std::size_t> by_year;
  for (std::size_t c = 0; c < sample.meanings.size(); ++c) {
    if (sample.meanings[c].meaning != "id.national" && sample.meanings[c].meaning != "office.code") continue;
    for (const auto* row : sample.rows) {
      const std::string_view field = text::trim(row->field(c));
      if (field.size() < 4 || !std::ranges::all_of(field, text::is_digit)) continue;
      const auto found = pack.area_by_code.find(std::string(field.substr(0, std::min<std::size_t>(field.size(), 6))));
      if (found != pack.area_by_code.end()) ++by_year[pack.areas[found->second].first_year];
    }
  }
  for (auto year = by_year.rbegin(); year != by_year.rend() && year->first > known_since; ++year) {
    if (year->second < kLeastRecords) continue;
    window.because.push_back(
        fmt::format("{} records carry codes of areas that came into force in {}", year->second, year->first));
    return text::day_number({static_cast<std::int16_t>(year->first), 1, 1});
  }
  return std::nullopt;
}

/// The first day of the month before which all but a few in a thousand births began: the day itself is somebody's.
std::optional<std::int32_t> last_birth(const SampledRows& sample, const pack::Pack& pack, std::int32_t today,
                                       findings::StratumWindow& window) {
  for (auto& births : stamps_of(sample, pack, [](std::string_view meaning) { return meaning == "birth.date"; })) {
    const auto end = std::ranges::upper_bound(births.days, today);
    const auto known = static_cast<std::size_t>(end - births.days.begin());
    if (known < kLeastStamps) continue;
    const std::size_t at = known - 1 - known / 200;
    window.because.push_back("births lie before it");
    text::Date month = text::from_day_number(births.days[at]);
    month.day = 1;
    return text::day_number(month);
  }
  return std::nullopt;
}

}  // namespace

findings::StratumWindow find_window(const SampledRows& sample, const pack::Pack& pack, std::int32_t today) {
  findings::StratumWindow window;
  std::optional<DayRange> range = by_ages(sample, pack, today, window);
  auto stamped = latest(stamps_of(sample, pack,
                                  [](std::string_view meaning) {
                                    return meaning == "record.created" || meaning == "record.updated" ||
                                           meaning == "account.last_login";
                                  }),
                        sample, today, window);
  if (!stamped && !range) {
    stamped = latest(stamps_of(sample, pack,
                               [](std::string_view meaning) {
                                 return meaning == "date.status" || meaning == "date.start" || meaning == "date.event";
                               }),
                     sample, today, window);
  }
  if (stamped && range && stamped->from <= range->to && range->from <= stamped->to) {
    range = DayRange{std::max(range->from, stamped->from), std::min(range->to, stamped->to)};
  } else if (stamped) {
    range = stamped;
  }
  const auto in_force = codes_in_force(sample, pack, window);
  if (range) {
    if (in_force && *in_force > range->from && *in_force <= range->to) range->from = *in_force;
    window.from = day_text(range->from);
    window.to = day_text(range->to);
    return window;
  }
  auto from = last_birth(sample, pack, today, window);
  if (in_force && (!from || *in_force > *from)) from = in_force;
  if (from) window.from = day_text(*from);
  return window;
}

}  // namespace sidik::origin
