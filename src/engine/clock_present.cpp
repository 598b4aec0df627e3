#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "casefile/canonical_json.hpp"
#include "casefile/event.hpp"
#include "engine/clock_desk.hpp"

namespace sidik::engine {
namespace {

using casefile::Clock;
using casefile::Json;
using State = Clock::State;

struct Words {
  const char* en;
  const char* id;
};

const char* say(const Words& words, const std::string& language) { return language == "id" ? words.id : words.en; }

constexpr Words kTitle = {"Clocks of {} at {}", "Tenggat {} pada {}"};
constexpr Words kNoPeriod = {"no period in the law", "tanpa batas waktu dalam aturan"};
constexpr Words kTo = {"to", "kepada"};
constexpr Words kNone = {"No clock is running, and none was missed.", "Tidak ada tenggat yang berjalan atau terlewat."};
constexpr Words kOthers = {"DO NOT APPLY", "TIDAK BERLAKU"};
constexpr Words kBy = {"by {}, {} {}", "paling lambat {}, {} {}"};
constexpr Words kLeft = {"left", "lagi"};
constexpr Words kOver = {"over", "lewat"};
constexpr Words kIf = {"if", "bila"};

constexpr std::array<std::pair<State, Words>, 5> kHeadings = {
    {{State::late, {"LATE", "TERLAMBAT"}},
     {State::running, {"RUNNING", "BERJALAN"}},
     {State::not_started, {"NOT STARTED", "BELUM MULAI"}},
     {State::met_late, {"MET, TOO LATE", "DIPENUHI, TERLAMBAT"}},
     {State::met, {"MET", "DIPENUHI"}}}};

/// `2 d 5 h`, `40 min`.
std::string span_text(std::chrono::seconds span) {
  if (span < std::chrono::seconds(0)) span = -span;
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(span).count();
  constexpr auto kHour = 60;
  constexpr auto kDay = 24 * kHour;
  if (minutes >= kDay) return fmt::format("{} d {} h", minutes / kDay, minutes % kDay / kHour);
  if (minutes >= kHour) return fmt::format("{} h {} min", minutes / kHour, minutes % kHour);
  return fmt::format("{} min", minutes);
}

std::string duty(const pack::LawRule& rule, const std::string& language) {
  const auto found = rule.says.find(language);
  return found != rule.says.end() ? found->second : rule.says.at("en");
}

void write_clock(const Clock& clock, const LawClocks& law, const text::TimeZone& zone, const std::string& language,
                 std::string& out) {
  const auto& rule = *clock.rule;
  out += fmt::format("  {:<22} {} {}\n", rule.id, rule.law, rule.article);
  out += fmt::format("      {}; {} {}\n", duty(rule, language), say(kTo, language), fmt::join(rule.to, ", "));
  if (clock.started && clock.due) {
    const bool is_over = law.at > *clock.due;
    out += "      " + fmt::format(fmt::runtime(say(kBy, language)), zone.show(*clock.due),
                                  span_text(*clock.due - law.at), say(is_over ? kOver : kLeft, language));
    if (clock.done) out += fmt::format("; {}", zone.show(*clock.done));
    out += '\n';
  } else if (clock.started) {
    out += fmt::format("      {}\n", say(kNoPeriod, language));
  }
  if (!clock.undecided.empty())
    out += fmt::format("      {} {}\n", say(kIf, language), fmt::join(clock.undecided, ", "));
  for (const auto& remark : clock.remarks) out += fmt::format("      ! {}\n", remark);
  if (!rule.note.empty()) out += fmt::format("      ({})\n", rule.note);
}

Json time_or_null(const std::optional<text::Instant>& at) { return at ? Json(casefile::time_text(*at)) : Json(); }

}  // namespace

std::string to_text(const std::vector<LawClocks>& laws, const std::string& language) {
  std::string out;
  for (const auto& law : laws) {
    const auto zone = text::TimeZone::named(law.law->time_zone);
    if (!zone) continue;
    if (!out.empty()) out += '\n';
    out += fmt::format(fmt::runtime(say(kTitle, language)), law.law->name, zone->show(law.at)) + "\n";
    bool has_some = false;
    for (const auto& [state, heading] : kHeadings) {
      bool is_first = true;
      for (const auto& clock : law.clocks) {
        if (clock.state != state) continue;
        if (is_first) out += fmt::format("\n{}\n", say(heading, language));
        is_first = false;
        has_some = has_some || state != State::not_started;
        write_clock(clock, law, *zone, language, out);
      }
    }
    if (!has_some) out += fmt::format("{}\n", say(kNone, language));
    std::string others;
    for (const auto& clock : law.clocks) {
      if (clock.state == State::not_applicable)
        others += fmt::format("  {:<22} {} {}: {}\n", clock.rule->id, clock.rule->law, clock.rule->article, clock.why);
    }
    if (!others.empty()) out += fmt::format("\n{}\n{}", say(kOthers, language), others);
  }
  return out;
}

std::string to_json(const std::vector<LawClocks>& laws) {
  Json list = Json::array();
  for (const auto& law : laws) {
    for (const auto& clock : law.clocks)
      list.push_back({{"law", law.law->country},
                      {"rule", clock.rule->id},
                      {"act", clock.rule->law},
                      {"article", clock.rule->article},
                      {"duty", clock.rule->says},
                      {"duty_of", clock.rule->duty_of},
                      {"stage", clock.rule->stage},
                      {"to", clock.rule->to},
                      {"content", clock.rule->content},
                      {"state", casefile::name_of(clock.state)},
                      {"starts", clock.rule->starts},
                      {"started", time_or_null(clock.started)},
                      {"due", time_or_null(clock.due)},
                      {"done", time_or_null(clock.done)},
                      {"why", clock.why},
                      {"undecided", clock.undecided},
                      {"remarks", clock.remarks},
                      {"mark", clock.rule->mark},
                      {"source", clock.rule->source},
                      {"note", clock.rule->note}});
  }
  return Json{{"at", laws.empty() ? Json() : Json(casefile::time_text(laws.front().at))}, {"clocks", list}}.dump(2) +
         "\n";
}

std::vector<std::string> countries_with_law() { return pack::countries_with_law(); }

Result<std::string> rules_of(const std::string& country, const std::string& packs_directory,
                             const std::string& language) {
  SIDIK_TRY(const pack::Law law, pack::load_law(country, packs_directory));
  std::string out = fmt::format("{} ({}), times in {}\n", law.name, law.country, law.time_zone);
  for (const auto& rule : law.rules) {
    out += fmt::format("\n  {:<22} {} {}   [{}]\n      {}\n", rule.id, rule.law, rule.article, rule.mark,
                       duty(rule, language));
    out += rule.unit == "immediately"
               ? fmt::format("      when {}: at once; to {}\n", rule.starts, fmt::join(rule.to, ", "))
               : fmt::format("      when {}: {} {}; to {}\n", rule.starts, rule.amount, rule.unit,
                             fmt::join(rule.to, ", "));
    if (!rule.needs.empty()) out += fmt::format("      if {}\n", fmt::join(rule.needs, " and "));
    if (rule.or_persons) out += fmt::format("      or {} persons\n", *rule.or_persons);
    if (rule.least_persons) out += fmt::format("      and {} persons\n", *rule.least_persons);
    if (rule.valid_from) out += fmt::format("      in force from {}\n", text::day_text(*rule.valid_from));
    if (!rule.content.empty()) out += fmt::format("      says: {}\n", fmt::join(rule.content, "; "));
    if (!rule.note.empty()) out += fmt::format("      ({})\n", rule.note);
    out += fmt::format("      source: {}\n", rule.source);
  }
  for (const auto& [year, holidays] : law.holidays)
    out += fmt::format("\n  Holidays of {}: {} days   [{}] {}\n", year, holidays.days.size(), holidays.mark,
                       holidays.source);
  return out;
}

}  // namespace sidik::engine
