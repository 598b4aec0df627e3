#include "casefile/clocks.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sidik::casefile {
namespace {

using std::chrono::days;
using text::Day;
using text::Instant;

/// The end of a period of working days, and the years whose holidays were needed and are not known.
struct WorkingEnd {
  Day day;
  std::set<int> unknown_years;
  std::set<int> unverified_years;
};

WorkingEnd after_working_days(Day start, std::uint32_t amount, const pack::Law& law) {
  WorkingEnd end{start, {}, {}};
  while (amount > 0) {
    end.day += days(1);
    const std::chrono::weekday weekday(end.day);
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) continue;
    const int year = static_cast<int>(std::chrono::year_month_day(end.day).year());
    const auto holidays = law.holidays.find(year);
    if (holidays == law.holidays.end()) {
      end.unknown_years.insert(year);
    } else {
      if (holidays->second.mark == "K" || holidays->second.mark == "L") end.unverified_years.insert(year);
      if (holidays->second.days.contains(end.day)) continue;
    }
    --amount;
  }
  return end;
}

void set_due(const pack::Law& law, const text::TimeZone& zone, Clock& clock) {
  const auto& rule = *clock.rule;
  const Instant started = *clock.started;
  if (rule.unit == "hours") clock.due = started + std::chrono::hours(rule.amount);
  if (rule.unit == "days") clock.due = zone.end_of(zone.day_of(started) + days(rule.amount));
  if (rule.unit != "working_days") return;
  const auto end = after_working_days(zone.day_of(started), rule.amount, law);
  clock.due = zone.end_of(end.day);
  for (const int year : end.unknown_years)
    clock.remarks.push_back(fmt::format("working days of {} are counted without holidays: they are not known", year));
  for (const int year : end.unverified_years)
    clock.remarks.push_back(fmt::format("the holidays of {} are not verified", year));
}

bool is_unverified(const std::string& mark) { return mark == "K" || mark == "L" || mark == "INF"; }

void note_marks(const pack::LawRule& rule, Clock& clock) {
  if (is_unverified(rule.mark))
    clock.remarks.push_back(fmt::format("unverified rule [{}]: {}", rule.mark, rule.source));
  if (is_unverified(rule.start_mark))
    clock.remarks.push_back(fmt::format("when the clock starts is unverified [{}]", rule.start_mark));
}

/// Whether the duty is there: yes, no, or hanging on what is undecided.
enum class Applies { yes, no, open };

Applies judge(const pack::LawRule& rule, const ClockFacts& facts, Clock& clock) {
  if (rule.or_persons && facts.persons && *facts.persons >= *rule.or_persons) {
    clock.why = fmt::format("it concerns {} persons, {} are enough", *facts.persons, *rule.or_persons);
    return Applies::yes;
  }
  if (rule.least_persons && facts.persons && *facts.persons < *rule.least_persons) {
    clock.why = fmt::format("it concerns {} persons, {} are needed", *facts.persons, *rule.least_persons);
    return Applies::no;
  }
  std::vector<std::string> decided;
  for (const std::string& condition : rule.needs) {
    const auto found = facts.conditions.find(condition);
    if (found == facts.conditions.end()) {
      clock.undecided.push_back(condition);
    } else if (!found->second) {
      if (rule.or_persons && !facts.persons) {
        clock.undecided = {fmt::format("persons at least {}", *rule.or_persons)};
        return Applies::open;
      }
      clock.why = fmt::format("{} was denied", condition);
      clock.undecided.clear();
      return Applies::no;
    } else {
      decided.push_back(condition);
    }
  }
  if (rule.least_persons && !facts.persons)
    clock.undecided.push_back(fmt::format("persons at least {}", *rule.least_persons));
  if (!clock.undecided.empty()) return Applies::open;
  clock.why = decided.empty() ? "any breach" : fmt::format("{}", fmt::join(decided, ", "));
  return Applies::yes;
}

/// Why a rule is not in force on the day on which it would start; empty when it is.
std::string not_in_force(const pack::LawRule& rule, Day day) {
  if (rule.valid_from && day < *rule.valid_from)
    return fmt::format("in force from {} only", text::day_text(*rule.valid_from));
  if (rule.valid_until && day > *rule.valid_until)
    return fmt::format("in force until {} only", text::day_text(*rule.valid_until));
  return {};
}

Clock clock_of(const pack::LawRule& rule, const pack::Law& law, const text::TimeZone& zone, const ClockFacts& facts,
               Instant now) {
  Clock clock;
  clock.rule = &rule;
  const Applies applies = judge(rule, facts, clock);
  const auto start = facts.events.find(rule.starts);
  const Instant judged_at = start != facts.events.end() ? start->second : now;
  if (std::string reason = not_in_force(rule, zone.day_of(judged_at)); !reason.empty() || applies == Applies::no) {
    if (!reason.empty()) clock.why = std::move(reason);
    clock.undecided.clear();
    clock.state = Clock::State::not_applicable;
    return clock;
  }
  if (applies == Applies::open) clock.why = fmt::format("not decided: {}", fmt::join(clock.undecided, ", "));
  note_marks(rule, clock);
  if (start == facts.events.end() || start->second > now) {
    clock.remarks.push_back(fmt::format("starts when: {}", rule.starts));
    return clock;
  }
  clock.started = start->second;
  set_due(law, zone, clock);
  const auto met = facts.met.find(rule.id);
  if (met != facts.met.end() && met->second <= now) {
    clock.done = met->second;
    clock.state = clock.due && *clock.done > *clock.due ? Clock::State::met_late : Clock::State::met;
  } else {
    clock.state = clock.due && now > *clock.due ? Clock::State::late : Clock::State::running;
  }
  return clock;
}

}  // namespace

std::vector<Clock> clocks_of(const pack::Law& law, const ClockFacts& facts, Instant now) {
  std::vector<Clock> clocks;
  const auto zone = text::TimeZone::named(law.time_zone);
  if (!zone) return clocks;
  for (const auto& rule : law.rules) clocks.push_back(clock_of(rule, law, *zone, facts, now));
  return clocks;
}

std::string_view name_of(Clock::State state) {
  switch (state) {
    case Clock::State::running:
      return "running";
    case Clock::State::late:
      return "late";
    case Clock::State::met:
      return "met";
    case Clock::State::met_late:
      return "met late";
    case Clock::State::not_started:
      return "not started";
    case Clock::State::not_applicable:
      return "does not apply";
  }
  return "";
}

}  // namespace sidik::casefile
