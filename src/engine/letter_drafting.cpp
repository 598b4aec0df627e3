#include "engine/letter_drafting.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "casefile/case_view.hpp"
#include "pack/law.hpp"
#include "pack/letters.hpp"

namespace sidik::engine {
namespace {

using Parts = std::map<std::string, std::string, std::less<>>;

/// How each part is given.
constexpr std::pair<std::string_view, const char*> kGiven[] = {
    {"to", "--to OFFICE"},
    {"from", "--from OFFICE"},
    {"about", "--about TEXT"},
    {"basis", "--rule ID (see sidik clock rules) or --basis TEXT"},
    {"due", "--due TIME, or a rule whose clock runs (sidik clock start)"},
    {"content", "--rule ID of a rule that says what a notification holds"}};

std::unexpected<Error> incomplete(std::string_view part) {
  const auto found = std::ranges::find(kGiven, part, &std::pair<std::string_view, const char*>::first);
  return fail(ErrorKind::invalid_input, "engine.letter_incomplete", fmt::format("the letter lacks its {}", part),
              found != std::end(kGiven) ? fmt::format("give {}", found->second) : "mend the template in the packs");
}

/// Fills what stands in braces.
Result<std::string> filled(std::string_view form, const Parts& parts) {
  std::string out;
  while (!form.empty()) {
    const std::size_t open = form.find('{');
    out += form.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = form.find('}', open);
    const std::string_view name = form.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
    const auto part = parts.find(name);
    if (part == parts.end() || part->second.empty()) return incomplete(name);
    out += part->second;
    form.remove_prefix(close == std::string_view::npos ? form.size() : close + 1);
  }
  return out;
}

struct Ruled {
  std::string basis;
  std::string content;
  std::string due;
};

/// What a rule gives to a letter: what it rests on, what it must say, and when its clock ends.
Result<Ruled> ruled_by(const std::string& id, const casefile::CaseView& view, const Context& context) {
  SIDIK_TRY(const auto law, pack::load_law(view.law));
  const auto rule = std::ranges::find(law.rules, id, &pack::LawRule::id);
  if (rule == law.rules.end()) {
    return fail(ErrorKind::not_found, "engine.clock_rule", fmt::format("the law {} has no rule {}", law.country, id),
                fmt::format("see sidik clock rules --law {}", law.country));
  }
  Ruled out{fmt::format("{} {}", rule->law, rule->article), {}, {}};
  for (const auto& each : rule->content) out.content += fmt::format("- {}\n", each);
  const auto now = std::chrono::floor<std::chrono::seconds>(context.now());
  for (const auto& clock : casefile::clocks_of(law, view.clock_facts, now)) {
    if (clock.rule->id == id && clock.due) out.due = text::TimeZone::named(law.time_zone)->show(*clock.due);
  }
  return out;
}

}  // namespace

Result<std::string> draft_letter(const std::string& folder, const LetterDraft& draft, const Context& context) {
  SIDIK_TRY(auto log, casefile::EventLog::open_to_read(folder));
  SIDIK_TRY(const auto view, casefile::CaseView::of(log));
  SIDIK_TRY(const auto letters, pack::load_letters());
  const auto form = std::ranges::find(letters, draft.kind, &pack::LetterTemplate::kind);
  if (form == letters.end()) {
    std::string kinds;
    for (const auto& each : letters) kinds += (kinds.empty() ? "" : ", ") + each.kind;
    return fail(ErrorKind::not_found, "engine.letter_unknown_kind", fmt::format("there is no letter {}", draft.kind),
                "choose one of: " + kinds);
  }
  Ruled ruled;
  if (!draft.rule.empty()) {
    SIDIK_TRY(ruled, ruled_by(draft.rule, view, context));
  }
  Parts parts = {{"to", draft.to},
                 {"about", draft.about},
                 {"case", view.name},
                 {"number", fmt::format("P{}", view.correspondence.letters.size() + 1)},
                 {"basis", draft.basis.empty() ? ruled.basis : draft.basis},
                 {"content", ruled.content},
                 {"due", draft.due.empty() ? ruled.due : draft.due},
                 {"from", draft.from}};
  if (draft.from.empty() && !view.persons.empty()) parts["from"] = view.persons.front().office;
  SIDIK_TRY(const std::string subject, filled(form->subject.at(draft.language), parts));
  SIDIK_TRY(const std::string body, filled(form->body.at(draft.language), parts));
  return subject + "\n\n" + body;
}

}  // namespace sidik::engine
