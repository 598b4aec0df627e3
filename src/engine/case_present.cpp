#include "engine/case_present.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/clean.hpp"

namespace sidik::engine {
namespace {

using casefile::CaseView;
using casefile::Json;
using report::clean;

constexpr std::size_t kShortHash = 12;

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
  return text;
}

std::string shown(const Json& value) {
  if (value.is_number_unsigned()) return grouped(value.get<std::uint64_t>());
  return value.is_string() ? clean(value.get<std::string>()) : value.dump();
}

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

void write_examinations(const CaseView& view, std::string& out) {
  if (view.examinations.empty()) return;
  out += "\nEXAMINATIONS\n";
  for (const auto& examination : view.examinations) {
    out += fmt::format("  {:<4} event {}:", examination.exhibit, examination.event);
    for (const auto& [step, count] : examination.counts.items()) out += fmt::format(" {} {};", step, shown(count));
    out.back() = '\n';
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

std::string to_text(const CaseView& view) {
  std::string out = fmt::format("Case {}, law {}, opened {}{}\n", clean(view.name), clean(view.law), view.opened_at,
                                view.closed_at ? ", closed " + *view.closed_at : "");
  out += fmt::format("{} events. Whether they are as they were written is said by: sidik case verify\n",
                     grouped(view.events));
  if (view.unknown > 0)
    out += fmt::format("{} of them are of kinds that this program does not know.\n", grouped(view.unknown));
  out += "\nPERSONS\n";
  for (const auto& person : view.persons)
    out += fmt::format("  {:<12} {}{}{}\n", person.id, clean(person.name),
                       person.office.empty() ? "" : ", " + clean(person.office), person.has_left ? " (has left)" : "");
  write_exhibits(view, out);
  write_examinations(view, out);
  write_facts(view, out);
  write_statements(view, out);
  write_notes(view, out);
  return out;
}

std::string to_json(const CaseView& view) {
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
              {"statements", statements_json(view)},
              {"notes", notes_json(view)}}
             .dump(2) +
         "\n";
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
