#include "engine/case_present.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/case_desk.hpp"
#include "engine/case_sections.hpp"
#include "pack/law.hpp"
#include "report/clean.hpp"

namespace sidik::engine {
namespace {

using casefile::CaseView;
using casefile::Json;
using report::clean;

constexpr std::size_t kShortHash = 12;

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + clean(name);
  return text;
}

/// Where a fact stands: usable, or what it still needs.
std::string standing(const casefile::Fact& fact) {
  if (fact.superseded_by) return fmt::format("superseded by event {}", *fact.superseded_by);
  if (fact.is_usable()) return "approved by " + joined(fact.approved_by);
  if (fact.approved_by.empty()) return "needs two persons to approve it";
  return fmt::format("approved by {}; needs one more person", joined(fact.approved_by));
}

std::string custody(const casefile::Exhibit& exhibit) {
  if (exhibit.is_deleted) return "deleted";
  return exhibit.is_sealed ? "sealed in the case" : "lies at " + clean(exhibit.path);
}

void write_exhibits(const CaseView& view, std::string& out) {
  if (view.exhibits.empty()) return;
  out += "\nEXHIBITS\n";
  for (const auto& exhibit : view.exhibits) {
    out += fmt::format("  {:<4} {}  {} bytes  sha256 {}…  {}\n", exhibit.id, clean(exhibit.name),
                       grouped(exhibit.bytes), exhibit.sha256.substr(0, kShortHash), custody(exhibit));
    if (!exhibit.got_from.empty() || !exhibit.got_how.empty())
      out += fmt::format("       from {}; {}\n", exhibit.got_from.empty() ? "?" : clean(exhibit.got_from),
                         exhibit.got_how.empty() ? "how it came is not said" : clean(exhibit.got_how));
  }
}

void write_facts(const CaseView& view, std::string& out) {
  if (view.facts.empty()) return;
  out += "\nFACTS\n";
  for (const auto& fact : view.facts) {
    out += fmt::format("  {:<28} {:>14}   {}\n", clean(fact.name), shown(fact.value), standing(fact));
    out += fmt::format("  {:<28} {:>14}   {}\n", "", "", clean(fact.definition));
  }
}

/// What a statement says otherwise than the one before it.
std::string differences(const casefile::IssuedStatement& before, const casefile::IssuedStatement& now) {
  std::string out;
  for (const auto& [name, shown] : now.facts) {
    const auto earlier = before.facts.find(name);
    if (earlier == before.facts.end()) {
      out += fmt::format("       new: {} {}\n", clean(name), clean(shown));
    } else if (earlier->second != shown) {
      out += fmt::format("       changed: {} {}, before {}\n", clean(name), clean(shown), clean(earlier->second));
    }
  }
  for (const auto& [name, shown] : before.facts) {
    if (!now.facts.contains(name)) out += fmt::format("       no longer said: {} {}\n", clean(name), clean(shown));
  }
  return out;
}

void write_statements(const CaseView& view, std::string& out) {
  if (view.statements.empty()) return;
  out += "\nSTATEMENTS\n";
  for (std::size_t i = 0; i < view.statements.size(); ++i) {
    const auto& statement = view.statements[i];
    out += fmt::format("  {}  {} ({}), event {}\n", statement.at, clean(statement.by), clean(statement.language),
                       statement.event);
    if (i == 0) {
      for (const auto& [name, shown] : statement.facts) out += fmt::format("       {} {}\n", clean(name), clean(shown));
    } else {
      out += differences(view.statements[i - 1], statement);
    }
  }
}

void write_notes(const CaseView& view, std::string& out) {
  if (view.notes.empty()) return;
  out += "\nNOTES\n";
  for (const auto& note : view.notes) {
    out += fmt::format("  {}  {}: {}", note.at, clean(note.by), clean(note.text));
    if (note.corrects) out += fmt::format("  (corrects event {})", *note.corrects);
    out += '\n';
  }
}

bool is_wanted(const casefile::Event& event, const std::string& kind) {
  return kind.empty() || event.kind == kind || event.kind.starts_with(kind + ".");
}

Json exhibits_json(const CaseView& view) {
  Json list = Json::array();
  for (const auto& each : view.exhibits)
    list.push_back({{"id", each.id},
                    {"name", each.name},
                    {"sha256", each.sha256},
                    {"bytes", each.bytes},
                    {"got_from", each.got_from},
                    {"got_how", each.got_how},
                    {"path", each.path},
                    {"sealed", each.is_sealed},
                    {"deleted", each.is_deleted},
                    {"event", each.event}});
  return list;
}

Json facts_json(const CaseView& view) {
  Json list = Json::array();
  for (const auto& each : view.facts)
    list.push_back({{"name", each.name},
                    {"value", each.value},
                    {"definition", each.definition},
                    {"source", each.source},
                    {"approved_by", each.approved_by},
                    {"usable", each.is_usable()},
                    {"superseded_by", each.superseded_by ? Json(*each.superseded_by) : Json()},
                    {"event", each.event}});
  return list;
}

Json statements_json(const CaseView& view) {
  Json list = Json::array();
  for (const auto& each : view.statements)
    list.push_back({{"by", each.by},
                    {"at", each.at},
                    {"language", each.language},
                    {"text", each.text},
                    {"facts", each.facts},
                    {"event", each.event}});
  return list;
}

Json links_json(const CaseView& view) {
  Json list = Json::array();
  for (const auto& link : view.takedown.links) {
    Json changes = Json::array();
    for (const auto& change : link.history.changes)
      changes.push_back({{"to", casefile::word_of(change.to)}, {"at", change.at}, {"event", change.event}});
    list.push_back({{"id", link.id},
                    {"host", link.host},
                    {"note", link.note},
                    {"state", casefile::word_of(link.history.state)},
                    {"blocked_in", link.history.blocked_in},
                    {"changes", std::move(changes)}});
  }
  return list;
}

Json letters_json(const CaseView& view) {
  Json list = Json::array();
  for (const auto& each : view.correspondence.letters)
    list.push_back({{"id", each.id},
                    {"kind", each.kind},
                    {"party", each.party},
                    {"to", each.to},
                    {"basis", each.basis},
                    {"about", each.about},
                    {"due", each.due},
                    {"sent", each.sent},
                    {"answered", each.answered ? Json(*each.answered) : Json()},
                    {"answer", each.answer},
                    {"event", each.event}});
  return list;
}

Json actors_json(const CaseView& view) {
  Json list = Json::array();
  for (const auto& actor : view.actors.actors) {
    Json posts = Json::array();
    for (const auto& post : actor.posts)
      posts.push_back({{"venue", post.venue}, {"on", post.on}, {"sha256", post.sha256}, {"offers", post.offers}});
    Json claims = Json::array();
    for (const auto& claim : actor.claims) {
      const auto* fact = view.fact(claim.fact);
      claims.push_back({{"subject", claim.subject},
                        {"claimed", claim.value},
                        {"fact", claim.fact},
                        {"found", fact != nullptr ? fact->value : Json()}});
    }
    list.push_back({{"handle", actor.handle},
                    {"role", actor.role},
                    {"venues", actor.venues},
                    {"posts", std::move(posts)},
                    {"claims", std::move(claims)}});
  }
  return list;
}

Json causes_json(const CaseView& view) {
  Json list = Json::array();
  for (const auto& cause : view.causes.causes) {
    Json evidence = Json::array();
    for (const auto& each : cause.evidence)
      evidence.push_back({{"what", each.what}, {"speaks_for", each.speaks_for}, {"event", each.event}});
    list.push_back({{"id", cause.id},
                    {"family", cause.family},
                    {"says", cause.says},
                    {"control", cause.control},
                    {"tells_apart", cause.tells_apart},
                    {"status", cause.status},
                    {"evidence", std::move(evidence)}});
  }
  return list;
}

Json clocks_json(const CaseView& view, text::Instant now) {
  Json list = Json::array();
  const auto law = pack::load_law(view.law);
  if (!law) return list;
  for (const auto& clock : casefile::clocks_of(*law, view.clock_facts, now)) {
    if (!clock.started) continue;
    list.push_back({{"rule", clock.rule->id},
                    {"state", casefile::name_of(clock.state)},
                    {"due", clock.due ? Json(casefile::time_text(*clock.due)) : Json()},
                    {"undecided", clock.undecided}});
  }
  return list;
}

Json notes_json(const CaseView& view) {
  Json list = Json::array();
  for (const auto& each : view.notes)
    list.push_back({{"by", each.by},
                    {"at", each.at},
                    {"text", each.text},
                    {"corrects", each.corrects ? Json(*each.corrects) : Json()},
                    {"event", each.event}});
  return list;
}

}  // namespace

std::string to_text(const CaseView& view, text::Instant now) {
  std::string out = fmt::format("Case {}, law {}, opened {}{}\n", clean(view.name), clean(view.law), view.opened_at,
                                view.closed_at ? ", closed " + *view.closed_at : "");
  out += fmt::format("{} events. Whether they are as they were written is said by: sidik case verify\n",
                     grouped(view.events));
  if (view.unknown > 0)
    out += fmt::format("{} of them are of kinds that this program does not know.\n", grouped(view.unknown));
  for (const auto& stamp : view.stamps)
    out += fmt::format(
        "The first {} events were there on {}, says an authority (checked by: sidik case stamp --authority)\n",
        grouped(stamp.size), clean(stamp.time));
  out += "\nPERSONS\n";
  for (const auto& person : view.persons)
    out += fmt::format("  {:<12} {}{}{}\n", person.id, clean(person.name),
                       person.office.empty() ? "" : ", " + clean(person.office), person.has_left ? " (has left)" : "");
  write_exhibits(view, out);
  write_counts(view, out);
  write_origins(view, out);
  write_links(view, out);
  write_clocks(view, now, out);
  write_letters(view, now, out);
  write_actors(view, out);
  write_causes(view, out);
  write_facts(view, out);
  write_statements(view, out);
  write_notes(view, out);
  return out;
}

std::string to_json(const CaseView& view, text::Instant now) {
  Json persons = Json::array();
  for (const auto& each : view.persons)
    persons.push_back({{"id", each.id},
                       {"name", each.name},
                       {"office", each.office},
                       {"public_key", each.public_key},
                       {"has_left", each.has_left}});
  Json examinations = Json::array();
  for (const auto& each : view.examinations)
    examinations.push_back({{"exhibit", each.exhibit},
                            {"document_sha256", each.document_sha256},
                            {"counts", each.counts},
                            {"event", each.event}});
  return Json{{"name", view.name},
              {"law", view.law},
              {"opened", view.opened_at},
              {"closed", view.closed_at ? Json(*view.closed_at) : Json()},
              {"events", view.events},
              {"unknown_events", view.unknown},
              {"persons", persons},
              {"exhibits", exhibits_json(view)},
              {"examinations", examinations},
              {"facts", facts_json(view)},
              {"links", links_json(view)},
              {"clocks", clocks_json(view, now)},
              {"letters", letters_json(view)},
              {"actors", actors_json(view)},
              {"causes", causes_json(view)},
              {"statements", statements_json(view)},
              {"notes", notes_json(view)}}
             .dump(2) +
         "\n";
}

Result<std::string> show_case(const std::string& folder, const std::string& at, bool as_json, const Context& context) {
  auto now = std::chrono::floor<std::chrono::seconds>(context.now());
  if (!at.empty()) {
    const auto instant = text::parse_instant(at);
    if (!instant)
      return fail(ErrorKind::usage, "engine.case_option", fmt::format("{} is no time", at),
                  "a time has a zone: 2021-05-21T23:59+07:00, or 2021-05-21 23:59 WIB");
    now = *instant;
  }
  SIDIK_TRY(const auto events, read_events(folder));
  CaseView view;
  for (const auto& event : events) {
    const auto written = text::parse_instant(event.at);
    if (at.empty() || (written && *written <= now)) SIDIK_CHECK(view.apply(event));
  }
  return as_json ? to_json(view, now) : to_text(view, now);
}

std::string to_text(const casefile::Verification& verification) {
  std::string out;
  if (verification.fault) {
    out = fmt::format("NOT AS IT WAS WRITTEN: event {} was {}: {}.\nThe {} events before it hold.\n",
                      verification.fault->number, verification.fault->kind, verification.fault->says,
                      grouped(verification.fault->number));
  } else {
    out = fmt::format(
        "The case holds: {} events in {} signed checkpoints.\nroot {}\nIt stands on the key of the person who opened "
        "it: {}\n",
        grouped(verification.events), grouped(verification.checkpoints), verification.root, verification.first_key);
  }
  for (const auto& remark : verification.remarks) out += "Remark: " + remark + ".\n";
  return out;
}

std::string to_json(const casefile::Verification& verification) {
  Json value{{"holds", !verification.fault},
             {"events", verification.events},
             {"checkpoints", verification.checkpoints},
             {"root", verification.root},
             {"first_key", verification.first_key},
             {"remarks", verification.remarks},
             {"fault", nullptr}};
  if (verification.fault)
    value["fault"] = {
        {"event", verification.fault->number}, {"kind", verification.fault->kind}, {"says", verification.fault->says}};
  return value.dump(2) + "\n";
}

std::string log_text(const std::vector<casefile::Event>& events, const std::string& kind) {
  std::string out;
  for (const auto& event : events) {
    if (!is_wanted(event, kind)) continue;
    out += fmt::format("{:>6}  {}  {:<12} {:<18} {}\n", event.number, event.at, clean(event.by), clean(event.kind),
                       clean(event.data.dump()));
  }
  return out;
}

std::string log_json(const std::vector<casefile::Event>& events, const std::string& kind) {
  std::string out;
  for (const auto& event : events) {
    if (!is_wanted(event, kind)) continue;
    out +=
        Json{{"number", event.number}, {"at", event.at}, {"by", event.by}, {"kind", event.kind}, {"data", event.data}}
            .dump() +
        "\n";
  }
  return out;
}

}  // namespace sidik::engine
