#include "origin/extraction_window.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "origin/copy_stretches.hpp"
#include "text/dates.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kLeastBirths = 20;

std::string day_text(std::int32_t day) {
  const text::Date date = text::from_day_number(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace

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
  std::vector<StampedRecord> in_file_order;
  std::vector<std::int32_t> days;  ///< sorted
};

/// Reads the days of a column in file order. Offices of one system write days in orders of their own: where a day fits
/// both, it takes the order of the days before it that are written with the same sign and fit one alone.
class DayReader {
 public:
  DayReader(text::DateOrder order, const pack::Pack& pack) : pack_(pack) {
    if (order == text::DateOrder::month_day_year) votes_.fill(-1);
  }

  std::optional<std::int32_t> read(std::string_view field) {
    field = text::trim(field);
    const auto day_first = read_as(field, text::DateOrder::day_month_year);
    const auto month_first = read_as(field, text::DateOrder::month_day_year);
    if (!day_first || !month_first || *day_first == *month_first) {
      if (!day_first != !month_first) vote(field, day_first ? 1 : -1);
      return day_first ? day_first : month_first;
    }
    return votes_[sign_of(field)] >= 0 ? day_first : month_first;
  }

 private:
  static constexpr int kSurest = 4;  ///< a slip in one record does not turn the order

  std::optional<std::int32_t> read_as(std::string_view field, text::DateOrder order) const {
    constexpr int kPivot = 2049;
    const auto read = text::parse_date(field, order, pack_.months, kPivot);
    return read ? std::optional(text::day_number(read->date)) : std::nullopt;
  }
  /// By what the first number ends.
  static std::size_t sign_of(std::string_view field) {
    const auto sign = std::ranges::find_if_not(field, text::is_digit);
    return sign == field.end() ? 0 : static_cast<unsigned char>(*sign);
  }
  void vote(std::string_view field, int step) {
    int& votes = votes_[sign_of(field)];
    votes = std::clamp(votes + step, -kSurest, kSurest);
  }

  const pack::Pack& pack_;
  std::array<int, 256> votes_{};  ///< by sign; below zero: the month is first
};

using StampFields = std::span<const StampSample::Field* const>;

template <class HasMeaning>
std::vector<Stamped> stamps_of(const SampledRows& sample, StampFields fields, const pack::Pack& pack,
                               HasMeaning has_meaning) {
  std::vector<Stamped> out;
  for (std::size_t c = 0; c < sample.meanings.size(); ++c) {
    if (!has_meaning(std::string_view(sample.meanings[c].meaning))) continue;
    Stamped stamped{c, {}, {}};
    DayReader reader(sample.meanings[c].date_order, pack);
    const auto take = [&](std::uint64_t record, std::string_view field) {
      if (const auto day = reader.read(field)) stamped.in_file_order.push_back({record, *day});
    };
    for (const auto* field : fields) {
      if (field->column == c) take(field->record, field->text());
    }
    // Days that are written as no days are known by the rows alone.
    if (stamped.in_file_order.size() < sample.rows.size()) {
      auto more = std::exchange(stamped.in_file_order, {});
      for (const auto* row : sample.rows) take(row->record, row->field(c));
      if (more.size() > stamped.in_file_order.size()) stamped.in_file_order = std::move(more);
    }
    stamped.days.reserve(stamped.in_file_order.size());
    for (const StampedRecord& each : stamped.in_file_order) stamped.days.push_back(each.day);
    std::ranges::sort(stamped.days);
    out.push_back(std::move(stamped));
  }
  return out;
}

/// Where copies of several days stand one behind the other, the window reaches from the first of them to the last.
void note_copies(std::span<const StampedRecord> in_file_order, std::int32_t today, DayRange& range,
                 findings::StratumWindow& window) {
  const auto copies = find_copies(in_file_order, today);
  if (copies.size() < 2) return;
  range = copies.front().taken;
  for (const CopyStretch& copy : copies) {
    range = {std::min(range.from, copy.taken.from), std::max(range.to, copy.taken.to)};
    window.copies.push_back(
        {copy.first_record + 1, copy.last_record + 1, day_text(copy.taken.from), day_text(copy.taken.to)});
  }
  window.because.emplace_back("its stretches end on different days: copies of several days were put together");
}

/// The column whose window lies latest: the others were left alone earlier.
std::optional<DayRange> latest(const std::vector<Stamped>& columns, const SampledRows& sample, std::int32_t today,
                               findings::StratumWindow& window) {
  std::optional<DayRange> best;
  std::size_t best_at = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto range = range_of_stamps(columns[i].days, today, kWindowTail);
    if (!range || (best && range->from + range->to <= best->from + best->to)) continue;
    best = range;
    best_at = i;
  }
  if (best) {
    note_copies(columns[best_at].in_file_order, today, *best, window);
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
  for (auto& births : stamps_of(sample, {}, pack, [](std::string_view meaning) { return meaning == "birth.date"; })) {
    const auto end = std::ranges::upper_bound(births.days, today);
    const auto known = static_cast<std::size_t>(end - births.days.begin());
    if (known < kLeastBirths) continue;
    const std::size_t at = known - 1 - known / 200;
    window.because.push_back("births lie before it");
    text::Date month = text::from_day_number(births.days[at]);
    month.day = 1;
    return text::day_number(month);
  }
  return std::nullopt;
}

}  // namespace

findings::StratumWindow find_window(const SampledRows& sample, StampFields stamps, const pack::Pack& pack,
                                    std::int32_t today) {
  findings::StratumWindow window;
  std::optional<DayRange> range = by_ages(sample, pack, today, window);
  auto stamped = latest(stamps_of(sample, stamps, pack,
                                  [](std::string_view meaning) {
                                    return meaning == "record.created" || meaning == "record.updated" ||
                                           meaning == "account.last_login";
                                  }),
                        sample, today, window);
  if (!stamped && !range) {
    stamped = latest(stamps_of(sample, stamps, pack,
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
