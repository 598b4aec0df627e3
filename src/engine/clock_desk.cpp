#include "engine/clock_desk.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "casefile/case_view.hpp"
#include "pack/law.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

using casefile::ClockFacts;
using casefile::Draft;

std::unexpected<Error> bad_option(std::string what) {
  return fail(ErrorKind::usage, "engine.clock_option", std::move(what),
              "a time has a zone: 2021-05-20T09:00+07:00, or 2021-05-20 09:00 WIB");
}

bool is_name(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  return !name.empty() && name.size() <= kLongest && std::ranges::all_of(name, [](char c) {
    return text::is_letter(c) || text::is_digit(c) || c == '_' || c == '-' || c == '.';
  });
}

Result<text::Instant> instant_of(const std::string& written) {
  const auto instant = text::parse_instant(written);
  if (!instant) return bad_option(fmt::format("{} is no time", written.empty() ? "nothing" : written));
  return *instant;
}

/// NAME=TIME, into a map.
Status read_pairs(const std::vector<std::string>& pairs, std::map<std::string, text::Instant>& into) {
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || !is_name(std::string_view(pair).substr(0, equals)))
      return bad_option(fmt::format("{} is not NAME=TIME", pair));
    SIDIK_TRY(const auto instant, instant_of(pair.substr(equals + 1)));
    into.insert_or_assign(pair.substr(0, equals), instant);
  }
  return {};
}

/// What the shipped laws ask of a case, so that a slip is not filed for good; a case of another law takes any name.
Status require_known(const CaseAccess& access, const std::string& name, bool is_condition) {
  SIDIK_TRY(auto log, casefile::EventLog::open_to_read(access.folder));
  SIDIK_TRY(const auto view, casefile::CaseView::of(log));
  const auto countries = pack::countries_with_law();
  if (std::ranges::find(countries, view.law) == countries.end()) return {};
  std::set<std::string> known;
  for (const std::string& country : countries) {
    SIDIK_TRY(const auto law, pack::load_law(country));
    for (const auto& rule : law.rules) {
      if (is_condition) known.insert(rule.needs.begin(), rule.needs.end());
      if (!is_condition) known.insert(rule.starts);
    }
  }
  if (known.contains(name)) return {};
  return fail(ErrorKind::usage, "engine.clock_option", fmt::format("no rule of any law has {}", name),
              fmt::format("one of: {}", fmt::join(known, ", ")));
}

Status append(const CaseAccess& access, Draft draft, const Context& context) {
  SIDIK_TRY(OpenCase open, open_to_write(access));
  const auto appended = open.log.append(std::vector<Draft>{std::move(draft)}, open.signer, context.now());
  return appended ? Status{} : std::unexpected(appended.error());
}

}  // namespace

Result<std::vector<LawClocks>> list_clocks(const ClockRequest& request, const Context& context) {
  ClockFacts facts;
  std::vector<std::string> laws = request.laws;
  if (!request.folder.empty()) {
    SIDIK_TRY(auto log, casefile::EventLog::open_to_read(request.folder));
    SIDIK_TRY(const auto view, casefile::CaseView::of(log));
    facts = view.clock_facts;
    if (laws.empty()) laws.push_back(view.law);
  }
  if (laws.empty()) return bad_option("neither a law nor a case is named");
  SIDIK_CHECK(read_pairs(request.events, facts.events));
  SIDIK_CHECK(read_pairs(request.met, facts.met));
  for (const auto& name : request.is) facts.conditions[name] = true;
  for (const auto& name : request.is_not) facts.conditions[name] = false;
  if (request.persons) facts.persons = request.persons;
  auto at = std::chrono::floor<std::chrono::seconds>(context.now());
  if (!request.at.empty()) {
    SIDIK_TRY(at, instant_of(request.at));
  }
  std::vector<LawClocks> out;
  for (const std::string& country : laws) {
    SIDIK_TRY(auto loaded, pack::load_law(country, request.packs_directory));
    auto law = std::make_shared<const pack::Law>(std::move(loaded));
    auto clocks = casefile::clocks_of(*law, facts, at);
    out.push_back({std::move(law), std::move(clocks), at});
  }
  return out;
}

Status file_milestone(const CaseAccess& access, const std::string& name, const std::string& at,
                      const Context& context) {
  if (!is_name(name)) return bad_option(fmt::format("{} is no name of an event", name));
  SIDIK_TRY(const auto instant, instant_of(at));
  SIDIK_CHECK(require_known(access, name, false));
  return append(access, {"milestone.reached", {{"name", name}, {"when", casefile::time_text(instant)}}}, context);
}

Status file_condition(const CaseAccess& access, const std::string& name, const std::string& value,
                      const Context& context) {
  if (!is_name(name)) return bad_option(fmt::format("{} is no name of a condition", name));
  if (name == "persons") {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size())
      return bad_option(fmt::format("persons takes a number, not {}", value));
    return append(access, {"condition.decided", {{"name", name}, {"value", number}}}, context);
  }
  SIDIK_CHECK(require_known(access, name, true));
  if (value != "yes" && value != "no") return bad_option(fmt::format("{} takes yes or no", name));
  return append(access, {"condition.decided", {{"name", name}, {"value", value == "yes"}}}, context);
}

Status file_duty_met(const CaseAccess& access, const std::string& rule, const std::string& at,
                     const std::string& evidence, const Context& context) {
  SIDIK_TRY(const auto instant, instant_of(at));
  SIDIK_TRY(OpenCase open, open_to_write(access));
  SIDIK_TRY(const auto law, pack::load_law(open.view.law));
  if (std::ranges::find(law.rules, rule, &pack::LawRule::id) == law.rules.end()) {
    return fail(ErrorKind::not_found, "engine.clock_rule", fmt::format("the law {} has no rule {}", law.country, rule),
                fmt::format("see sidik clock rules --law {}", law.country));
  }
  const auto appended = open.log.append(
      std::vector<Draft>{
          {"duty.met", {{"rule", rule}, {"when", casefile::time_text(instant)}, {"evidence", evidence}}}},
      open.signer, context.now());
  return appended ? Status{} : std::unexpected(appended.error());
}

}  // namespace sidik::engine
