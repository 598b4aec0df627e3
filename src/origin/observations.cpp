#include "origin/observations.hpp"

#include <array>
#include <unordered_set>

namespace sidik::origin {
namespace {

/// Values that a column must show before its form says anything.
constexpr std::uint64_t kLeastValues = 8;

std::size_t top_shape(const ColumnFacts& column) {
  return static_cast<std::size_t>(std::ranges::max_element(column.shapes) - column.shapes.begin());
}

/// `probability(column)` of the profile's own column over its mean among all columns of the same meaning, the profile's
/// own left out, and one unseen system where it is `unseen`.
template <class Probability>
Observation observe(const pack::ProfileColumn& own, const ColumnBackground& background, double unseen,
                    Probability probability) {
  double sum = unseen;
  double count = 1;
  for (const pack::ProfileColumn* other : background.with_meaning(own.meaning)) {
    if (other == &own) continue;
    const double each = probability(*other);
    if (each < 0) continue;  // that profile does not say
    sum += each;
    ++count;
  }
  const double here = probability(own);
  return {here / (sum / count), here > sum / count || here >= 0.5};
}

double of_shape(const ColumnFacts& seen, const pack::ProfileColumn& known) {
  if (known.shapes.empty()) return -1;
  const std::string_view shape = table::shape_name(static_cast<table::ShapeClass>(top_shape(seen)));
  const auto found = std::ranges::find(known.shapes, shape);
  if (found == known.shapes.end()) return 0.04;
  return found == known.shapes.begin() ? 0.75 : 0.35;
}

double of_length(const ColumnFacts& seen, const pack::ProfileColumn& known) {
  if (known.length.size() != 2) return -1;
  const bool is_inside = seen.shortest + 1 >= known.length[0] && seen.longest <= known.length[1] + 1;
  if (!is_inside) return 0.08;
  // A narrow range that holds says more than a wide one.
  return known.length[1] - known.length[0] <= 2 ? 0.9 : 0.7;
}

double of_filled(const ColumnFacts& seen, const pack::ProfileColumn& known) {
  if (known.filled.size() != 2) return -1;
  const double percent = 100 * seen.filled;
  return percent >= known.filled[0] - 4.0 && percent <= known.filled[1] + 4.0 ? 0.85 : 0.15;
}

std::string_view date_word(const ColumnFacts& seen) { return date_form_name(seen.dates); }

/// How the profile's dates begin: "ymd" of "ymdt".
bool names_form(const pack::ProfileColumn& known, std::string_view form) {
  return std::ranges::any_of(known.dates, [&](const std::string& each) { return each.starts_with(form); });
}

double code_cover(const ColumnFacts& seen, const pack::ProfileColumn& known) {
  double covered = 0;
  for (const auto& [code, share] : seen.codes) {
    const bool is_listed = std::ranges::find(known.codes, code, &pack::ProfileCode::code) != known.codes.end();
    covered += is_listed ? share : 0;
  }
  return covered;
}

/// Half the sum of the differences of the shares, over the codes of the list.
double share_distance(const ColumnFacts& seen, const pack::ProfileColumn& known) {
  double distance = 0;
  for (const pack::ProfileCode& code : known.codes) {
    const auto found = std::ranges::find(seen.codes, code.code, &std::pair<std::string, double>::first);
    distance += std::abs((found == seen.codes.end() ? 0 : found->second) - code.percent / 100.0);
  }
  return distance / 2;
}

double of_codes(const ColumnFacts& seen, const pack::ProfileColumn& known) {
  if (known.codes.empty()) return -1;
  const double covered = code_cover(seen, known);
  if (covered < 0.5) return 0.05;
  if (covered < 0.93) return 0.2;
  const bool has_shares = known.codes.front().percent > 0;
  if (!has_shares) return 0.7;
  return share_distance(seen, known) < 0.15 ? 0.9 : 0.4;
}

double of_prefix(const ColumnFacts& seen, const pack::ProfileColumn& known) {
  if (known.prefixes.empty()) return -1;
  double covered = 0;
  for (const auto& [start, share] : seen.starts) {
    const bool begins = std::ranges::any_of(known.prefixes, [&](const auto& each) { return start.starts_with(each); });
    covered += begins ? share : 0;
  }
  return covered > 0.9 ? 0.9 : covered > 0.5 ? 0.3 : 0.08;
}

double of_years(const ColumnFacts& seen, const pack::ProfileColumn& known) {
  if (known.years.empty()) return -1;
  const bool late_enough = seen.first_year >= static_cast<int>(known.years[0]);
  const bool early_enough = known.years.size() < 2 || seen.last_year <= static_cast<int>(known.years[1]) + 1;
  return late_enough && early_enough ? 0.9 : 0.1;
}

double of_repeats(const ColumnFacts& seen, const pack::ProfileColumn& known) {
  if (known.repeats == pack::Repeats::unknown) return -1;
  const pack::Repeats repeats = seen.distinct > 0.985 ? pack::Repeats::unique
                                : !seen.codes.empty() ? pack::Repeats::few
                                                      : pack::Repeats::some;
  if (repeats == known.repeats) return 0.8;
  // Without many records, what repeats some time looks unique.
  return repeats == pack::Repeats::unique && known.repeats == pack::Repeats::some ? 0.5 : 0.12;
}

template <class Probability>
void add_if_said(const pack::ProfileColumn& own, const ColumnBackground& background, double unseen,
                 Probability probability, std::vector<Observation>& into) {
  if (probability(own) < 0) return;
  into.push_back(observe(own, background, unseen, probability));
}

/// All dates of a system follow one habit, so they are one observation.
void observe_dates(const StratumFacts& facts, const pack::OriginProfile& profile, const ColumnBackground& background,
                   Comparison& into) {
  std::size_t dates = 0;
  std::size_t kept = 0;
  const pack::ProfileColumn* own = nullptr;
  const ColumnFacts* first = nullptr;
  for (const MatchedColumn& pair : into.matched) {
    const ColumnFacts& seen = facts.columns[pair.seen];
    const pack::ProfileColumn& known = profile.columns[pair.known];
    if (seen.dates == DateForm::none || known.dates.empty()) continue;
    ++dates;
    kept += names_form(known, date_word(seen)) ? 1 : 0;
    if (own == nullptr) {
      own = &known;
      first = &seen;
    }
  }
  if (own == nullptr) return;
  const bool is_kept = 2 * kept > dates;
  const double common = [&] {
    double same = 0.3;
    double all = 1;
    for (const pack::ProfileColumn* other : background.with_meaning(own->meaning)) {
      if (other == own || other->dates.empty()) continue;
      ++all;
      same += names_form(*other, date_word(*first)) ? 1 : 0;
    }
    return same / all;
  }();
  into.formats.push_back({(is_kept ? 0.92 : 0.08) / std::clamp(common, 0.05, 0.95), is_kept});
}

}  // namespace

void observe_formats(const StratumFacts& facts, const pack::OriginProfile& profile, const ColumnBackground& background,
                     Comparison& into) {
  for (const MatchedColumn& pair : into.matched) {
    const ColumnFacts& seen = facts.columns[pair.seen];
    const pack::ProfileColumn& known = profile.columns[pair.known];
    if (seen.values < kLeastValues || !known.dates.empty()) continue;
    // Shape, length and filling of one column hang together: their mean counts, not their sum.
    double sum = 0;
    double count = 0;
    bool agrees = true;
    const auto add = [&](double unseen, auto probability) {
      std::vector<Observation> one;
      add_if_said(known, background, unseen, probability, one);
      if (one.empty()) return;
      sum += std::log(one.front().ratio);
      agrees &= one.front().agrees;
      ++count;
    };
    add(0.15, [&](const pack::ProfileColumn& column) { return of_shape(seen, column); });
    add(0.3, [&](const pack::ProfileColumn& column) { return of_length(seen, column); });
    add(0.5, [&](const pack::ProfileColumn& column) { return of_filled(seen, column); });
    if (count > 0) into.formats.push_back({std::exp(2 * sum / count), agrees});
  }
  observe_dates(facts, profile, background, into);
}

void observe_codes(const StratumFacts& facts, const pack::OriginProfile& profile, const ColumnBackground& background,
                   Comparison& into) {
  for (const MatchedColumn& pair : into.matched) {
    const ColumnFacts& seen = facts.columns[pair.seen];
    const pack::ProfileColumn& known = profile.columns[pair.known];
    if (seen.values < kLeastValues || known.codes.empty() || seen.codes.empty()) continue;
    const double unseen = std::max(0.01, 0.5 * std::pow(0.5, static_cast<double>(seen.codes.size())));
    add_if_said(
        known, background, unseen, [&](const pack::ProfileColumn& column) { return of_codes(seen, column); },
        into.codes);
  }
}

void observe_key_ranges(const StratumFacts& facts, const pack::OriginProfile& profile,
                        const ColumnBackground& background, Comparison& into) {
  for (const MatchedColumn& pair : into.matched) {
    const ColumnFacts& seen = facts.columns[pair.seen];
    const pack::ProfileColumn& known = profile.columns[pair.known];
    if (seen.values < kLeastValues) continue;
    if (!seen.starts.empty())
      add_if_said(known, background, 0.1, [&](const auto& column) { return of_prefix(seen, column); }, into.key_ranges);
    if (seen.first_year != 0)
      add_if_said(known, background, 0.3, [&](const auto& column) { return of_years(seen, column); }, into.key_ranges);
    add_if_said(known, background, 0.4, [&](const auto& column) { return of_repeats(seen, column); }, into.key_ranges);
  }
}

void observe_links(const StratumFacts& facts, const pack::OriginProfile& profile, Comparison& into) {
  const auto seen_as = [&](const std::string& name) {
    for (const MatchedColumn& pair : into.matched) {
      if (profile.columns[pair.known].name == name) return pair.seen;
    }
    return facts.columns.size();
  };
  for (const pack::ProfileRelation& relation : profile.relations) {
    const std::size_t left = seen_as(relation.left);
    const std::size_t right = seen_as(relation.right);
    if (left == facts.columns.size() || right == facts.columns.size()) continue;
    const auto kind = relation.kind == "equal" ? ColumnLink::Kind::equal : ColumnLink::Kind::refers;
    const auto found = std::ranges::find_if(facts.links, [&](const ColumnLink& link) {
      const bool same = link.left == left && link.right == right;
      const bool turned = kind == ColumnLink::Kind::equal && link.left == right && link.right == left;
      return link.kind == kind && (same || turned);
    });
    // Whether one column refers to another is known only where the whole table was counted.
    if (found == facts.links.end() && kind == ColumnLink::Kind::refers) continue;
    const double share = found == facts.links.end() ? 0 : found->share;
    const bool holds = share >= relation.percent / 100.0 - 0.2;
    into.links.push_back({holds ? 0.85 / 0.15 : 0.15 / 0.85, holds});
  }
}

void observe_volume(const StratumFacts& facts, const pack::OriginProfile& profile, Comparison& into) {
  std::uint64_t most = 0;
  for (const pack::ProfileCount& count : profile.counts) most = std::max(most, count.records);
  if (most == 0) return;
  into.held = most;
  // A leak is any part of the system: its size is even in the logarithm, up to a tenth more than the system held.
  constexpr double kLargest = 1e10;
  const double limit = 1.1 * static_cast<double>(most);
  constexpr double kBeyond = 0.02;
  const bool is_within = static_cast<double>(facts.records) <= limit;
  into.volume = is_within ? std::log((1 - kBeyond) * std::log(kLargest) / std::log(limit)) : std::log(kBeyond);
}

/// Whether a column of the profile holds several values in any part of its system.
static bool is_varied(const pack::ProfileColumn& column) {
  if (column.codes.size() == 1) return false;
  const bool has_leader = std::ranges::any_of(column.codes, [](const auto& code) { return code.percent > 90; });
  return !has_leader && (column.repeats == pack::Repeats::few || column.repeats == pack::Repeats::some);
}

void observe_variety(const StratumFacts& facts, const pack::OriginProfile& profile, Comparison& into) {
  constexpr std::uint64_t kEnoughValues = 50;
  constexpr double kOneValue = 0.99;
  for (const MatchedColumn& pair : into.matched) {
    const ColumnFacts& seen = facts.columns[pair.seen];
    if (seen.values < kEnoughValues || !is_varied(profile.columns[pair.known])) continue;
    ++into.varying;
    into.still += !seen.codes.empty() && seen.codes.front().second >= kOneValue ? 1 : 0;
  }
}

}  // namespace sidik::origin
