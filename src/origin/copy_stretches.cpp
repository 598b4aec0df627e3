#include "origin/copy_stretches.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace sidik::origin {
namespace {

constexpr std::size_t kLeastStamps = 60;  ///< of a copy
constexpr double kLeastGain = 10;         ///< nats by which a cut is told
constexpr double kPossibleGain = 4;       ///< nats by which there may be one: the days of both sides stay possible

using Records = std::span<const StampedRecord>;

std::vector<std::int32_t> sorted_days(Records records) {
  std::vector<std::int32_t> days;
  days.reserve(records.size());
  for (const StampedRecord& each : records) days.push_back(each.day);
  std::ranges::sort(days);
  return days;
}

/// One side of a cut.
struct Side {
  std::vector<std::int32_t> days;  ///< sorted, none in the future
  DayRange taken;

  [[nodiscard]] static std::optional<Side> of(Records records, std::int32_t today) {
    Side side{sorted_days(records), {}};
    const auto taken = range_of_stamps(side.days, today, kWindowTail);
    if (!taken) return std::nullopt;
    side.taken = *taken;
    side.days.erase(std::ranges::upper_bound(side.days, today), side.days.end());
    return side;
  }
  [[nodiscard]] double behind(std::int32_t day) const {
    return static_cast<double>(days.end() - std::ranges::upper_bound(days, day));
  }
};

/// Log likelihood of `some` of `all` where each has the chance `p`.
double log_likelihood(double some, double all, double p) { return some * std::log(p) + (all - some) * std::log1p(-p); }

/// Nats by which two copies explain the stamps behind a day better than one: the records of the earlier copy bear some
/// only by error, those of the later one as often as they do.
double gain_behind(std::int32_t day, const Side& earlier, const Side& later) {
  constexpr double kError = 1.0 / 500;
  const double here = earlier.behind(day);
  const double there = later.behind(day);
  const auto size_here = static_cast<double>(earlier.days.size());
  const auto size_there = static_cast<double>(later.days.size());
  const double chance = (there + 0.5) / (size_there + 1);
  if (chance <= kError) return 0;
  const double of_both = (here + there + 0.5) / (size_here + size_there + 1);
  return log_likelihood(there, size_there, chance) + log_likelihood(here, size_here, kError) -
         log_likelihood(here + there, size_here + size_there, of_both);
}

/// The same for the best day, which is that of one of the earlier copy's last stamps.
double gain_of(const Side& earlier, const Side& later) {
  constexpr std::size_t kLastOnes = 32;
  if (earlier.taken.to >= later.taken.to) return 0;
  if (later.days[later.days.size() / 2] > earlier.taken.from) return 0;  // sorted by time
  double most = 0;
  for (std::size_t i = 0; i < std::min(kLastOnes, earlier.days.size()); ++i)
    most = std::max(most, gain_behind(earlier.days[earlier.days.size() - 1 - i], earlier, later));
  return most;
}

double gain_at(Records records, std::size_t cut, std::int32_t today) {
  const auto left = Side::of(records.first(cut), today);
  const auto right = Side::of(records.subspan(cut), today);
  if (!left || !right) return 0;
  return std::max(gain_of(*left, *right), gain_of(*right, *left));
}

/// How many of the first records lie behind a day: one number more than there are records.
std::vector<std::uint32_t> counts_behind(Records records, std::int32_t day) {
  std::vector<std::uint32_t> counts = {0};
  counts.reserve(records.size() + 1);
  for (const StampedRecord& each : records) counts.push_back(counts.back() + (each.day > day ? 1U : 0U));
  return counts;
}

/// Some days between the middle and the end, closer to each other towards the end.
std::vector<std::int32_t> last_days(Records records, std::int32_t today) {
  constexpr double kStep = 1.5;
  const auto days = sorted_days(records);
  const auto known = static_cast<double>(std::ranges::upper_bound(days, today) - days.begin());
  std::vector<std::int32_t> out;
  for (double behind = 2; behind < known / 2; behind *= kStep) {
    const std::int32_t day = days[static_cast<std::size_t>(known - 1 - behind)];
    if (out.empty() || out.back() != day) out.push_back(day);
  }
  return out;
}

struct Cut {
  std::size_t at = 0;
  double gain = 0;
};

/// The best place to cut at where one side ends on a day, of every `step`-th between `first` and `last`.
Cut cut_at_day(std::span<const std::uint32_t> behind, std::size_t first, std::size_t last, std::size_t step) {
  constexpr double kError = 1.0 / 500;
  const auto all = static_cast<double>(behind.size() - 1);
  const double sum = behind.back();
  const double of_both = log_likelihood(sum, all, (sum + 0.5) / (all + 1));
  const auto of_two = [](double earlier, double size, double later, double later_size) {
    const double chance = (later + 0.5) / (later_size + 1);
    return chance <= kError ? -1e300
                            : log_likelihood(earlier, size, kError) + log_likelihood(later, later_size, chance);
  };
  Cut best;
  for (std::size_t cut = first; cut <= last; cut += step) {
    const auto size = static_cast<double>(cut);
    const double here = behind[cut];
    const double gain =
        std::max(of_two(here, size, sum - here, all - size), of_two(sum - here, all - size, here, size));
    if (gain - of_both > best.gain) best = {cut, gain - of_both};
  }
  return best;
}

/// The best place at which records of two copies meet; 0 when they are rather of one.
std::size_t find_cut(Records records, std::int32_t today) {
  constexpr std::size_t kPlaces = 256;
  constexpr double kGainOfMany = 20;  ///< nats: the best of many days and places looks good by chance
  if (records.size() < 2 * kLeastStamps) return 0;
  const std::size_t last = records.size() - kLeastStamps;
  const std::size_t step = std::max<std::size_t>(1, (last - kLeastStamps) / kPlaces);
  Cut best;
  std::int32_t best_day = 0;
  for (const std::int32_t day : last_days(records, today)) {
    const Cut cut = cut_at_day(counts_behind(records, day), kLeastStamps, last, step);
    if (cut.gain <= best.gain) continue;
    best = cut;
    best_day = day;
  }
  if (best.gain < kGainOfMany) return 0;
  const std::size_t from = std::max(kLeastStamps, best.at - std::min(best.at, step));
  best = cut_at_day(counts_behind(records, best_day), from, std::min(last, best.at + step), 1);
  return gain_at(records, best.at, today) >= kLeastGain ? best.at : 0;
}

struct DatedPart {
  std::size_t records = 0;
  DayRange taken;
};

/// A stretch that may be a copy.
struct Stretch {
  Records records;
  std::optional<Side> side;
  double gain_over_next = 0;     ///< of keeping it apart from the next one
  std::vector<DatedPart> parts;  ///< that may be copies of their own

  explicit Stretch(Records of, std::int32_t today) : records(of), side(Side::of(of, today)) {}
};

double gain_between(const Stretch& left, const Stretch& right) {
  if (!left.side || !right.side) return 0;
  return std::max(gain_of(*left.side, *right.side), gain_of(*right.side, *left.side));
}

Records joined(Records left, Records right) { return {left.data(), left.size() + right.size()}; }

std::vector<Stretch> short_stretches(Records records, std::int32_t today) {
  constexpr std::size_t kMostStretches = 128;
  const std::size_t count = std::clamp<std::size_t>(records.size() / kLeastStamps, 1, kMostStretches);
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t first = records.size() * i / count;
    stretches.emplace_back(records.subspan(first, records.size() * (i + 1) / count - first), today);
  }
  for (std::size_t i = 0; i + 1 < count; ++i)
    stretches[i].gain_over_next = gain_between(stretches[i], stretches[i + 1]);
  return stretches;
}

/// Neighbours become one, those first that gain least by being two, until all gain `enough`.
void agglomerate(std::vector<Stretch>& stretches, double enough, std::int32_t today) {
  while (stretches.size() > 1) {
    const auto least = std::min_element(stretches.begin(), stretches.end() - 1, [](const Stretch& a, const Stretch& b) {
      return std::pair(a.gain_over_next, a.records.size()) < std::pair(b.gain_over_next, b.records.size());
    });
    if (least->gain_over_next >= enough) return;
    std::vector<DatedPart> parts = std::move(least->parts);
    parts.insert(parts.end(), (least + 1)->parts.begin(), (least + 1)->parts.end());
    *least = Stretch(joined(least->records, (least + 1)->records), today);
    least->parts = std::move(parts);
    stretches.erase(least + 1);
    if (least + 1 != stretches.end()) least->gain_over_next = gain_between(*least, *(least + 1));
    if (least != stretches.begin()) (least - 1)->gain_over_next = gain_between(*(least - 1), *least);
  }
}

/// Copies that short stretches could not tell apart, since their days are close, may be told apart as a whole.
void split_further(std::vector<Stretch>& stretches, std::int32_t today) {
  constexpr std::size_t kMostCopies = 256;
  for (std::size_t i = 0; i < stretches.size() && stretches.size() < kMostCopies;) {
    const std::size_t cut = find_cut(stretches[i].records, today);
    Stretch left(stretches[i].records.first(cut), today);
    Stretch right(stretches[i].records.subspan(cut), today);
    if (cut == 0 || !left.side || !right.side) {
      ++i;
      continue;
    }
    stretches[i] = std::move(left);
    stretches.insert(stretches.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(right));
  }
}

/// What lies between two stretches of one copy is rather that copy too, if few of its stamps happen to be late.
void join_enclosed(std::vector<Stretch>& stretches, std::int32_t today) {
  constexpr double kGainOfEnclosed = 30;
  for (std::size_t i = 1; i + 1 < stretches.size();) {
    const Stretch& before = stretches[i - 1];
    const Stretch& behind = stretches[i + 1];
    const bool is_one_copy = before.side && behind.side && before.side->taken.from <= behind.side->taken.to &&
                             behind.side->taken.from <= before.side->taken.to;
    if (!is_one_copy ||
        gain_between(before, stretches[i]) + gain_between(stretches[i], behind) >= 2 * kGainOfEnclosed) {
      ++i;
      continue;
    }
    stretches[i - 1] = Stretch(joined(joined(before.records, stretches[i].records), behind.records), today);
    stretches.erase(stretches.begin() + static_cast<std::ptrdiff_t>(i),
                    stretches.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    i = std::max<std::size_t>(1, i - 1);
  }
}

/// Borders lay on a grid so far; between two neighbours the best place is sought.
void settle_borders(std::vector<Stretch>& stretches, std::int32_t today) {
  for (std::size_t i = 1; i < stretches.size(); ++i) {
    const Records both = joined(stretches[i - 1].records, stretches[i].records);
    const std::size_t cut = find_cut(both, today);
    if (cut == 0) continue;
    stretches[i - 1].records = both.first(cut);
    stretches[i].records = both.subspan(cut);
  }
}

/// When the copy was taken: the days that its stamps leave, and those of a part that may be an earlier copy. Small
/// parts lie across borders and say little.
DayRange days_of(const Stretch& stretch, std::int32_t today) {
  constexpr std::size_t kLeastPart = 4;  ///< one in so many
  // A border lies some records beside its place.
  constexpr std::size_t kEdge = 64;
  const std::size_t edge = stretch.records.size() / kEdge;
  const Records inside = stretch.records.subspan(edge, stretch.records.size() - 2 * edge);
  DayRange days = range_of_stamps(sorted_days(inside), today, kWindowTail).value_or(stretch.side->taken);
  for (const DatedPart& part : stretch.parts) {
    if (part.records * kLeastPart < stretch.records.size() || stretch.parts.size() < 2) continue;
    days = {std::min(days.from, part.taken.from), std::max(days.to, part.taken.to)};
  }
  return days;
}

}  // namespace

std::vector<CopyStretch> find_copies(Records records, std::int32_t today) {
  std::vector<Stretch> stretches = short_stretches(records, today);
  agglomerate(stretches, kPossibleGain, today);
  std::erase_if(stretches, [](const Stretch& stretch) { return !stretch.side; });
  for (Stretch& stretch : stretches) stretch.parts.push_back({stretch.records.size(), stretch.side->taken});
  agglomerate(stretches, kLeastGain, today);
  join_enclosed(stretches, today);
  settle_borders(stretches, today);
  split_further(stretches, today);
  join_enclosed(stretches, today);
  std::vector<CopyStretch> copies;
  for (const Stretch& stretch : stretches)
    copies.push_back({stretch.records.front().record, stretch.records.back().record, days_of(stretch, today)});
  return copies;
}

}  // namespace sidik::origin
