#include "engine/case_sections.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "casefile/clocks.hpp"
#include "pack/law.hpp"
#include "report/clean.hpp"

namespace sidik::engine {
namespace {

using casefile::CaseView;
using casefile::Json;
using report::clean;

constexpr std::array<std::string_view, 9> kSteps = {"bytes",
                                                    "lines",
                                                    "records_and_rejects",
                                                    "records",
                                                    "exact_duplicates",
                                                    "distinct_records",
                                                    "distinct_national_id",
                                                    "persons",
                                                    "confirmed"};

std::uint64_t count_of(const Json& counts, std::string_view step) {
  const auto found = counts.find(step);
  return found != counts.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

/// What lies between the counts that the public heard.
void write_gaps(const Json& counts, std::string& out) {
  const std::uint64_t lines = count_of(counts, "lines");
  const std::uint64_t taken = count_of(counts, "records_and_rejects");
  const std::uint64_t records = count_of(counts, "records");
  const std::uint64_t distinct = count_of(counts, "distinct_records");
  if (lines > taken)
    out +=
        fmt::format("       lines - records and rejects: {} header, blank or other lines, or line ends inside fields\n",
                    grouped(lines - taken));
  if (taken > records)
    out += fmt::format("       records and rejects - records: {} rejects\n", grouped(taken - records));
  if (records > distinct)
    out += fmt::format("       records - distinct records: {} exact copies of earlier ones\n",
                       grouped(records - distinct));
}

std::string day_in(const text::TimeZone& zone, const std::string& at) {
  const auto instant = text::parse_instant(at);
  return instant ? zone.show(*instant) : at;
}

text::TimeZone zone_of(const CaseView& view) {
  const auto law = pack::load_law(view.law);
  auto zone = text::TimeZone::named(law ? law->time_zone : "Etc/UTC");
  return zone ? std::move(*zone) : std::move(*text::TimeZone::named("Etc/UTC"));
}

/// `claims` of an actor that the facts bear out, that they contradict, and that nothing answers.
struct Standing {
  unsigned borne_out = 0;
  unsigned contradicted = 0;
  unsigned open = 0;
};

void write_claims(const CaseView& view, const casefile::Actor& actor, std::string& out) {
  Standing standing;
  for (const auto& claim : actor.claims) {
    const auto* fact = claim.fact.empty() ? nullptr : view.fact(claim.fact);
    std::string found = "nothing in the case answers it";
    if (fact == nullptr) {
      ++standing.open;
    } else {
      const bool is_same = fact->value == claim.value;
      is_same ? ++standing.borne_out : ++standing.contradicted;
      found = fmt::format("{} {} ({})", clean(fact->name), shown(fact->value), is_same ? "the same" : "not the same");
    }
    out += fmt::format("       claims {} {}; {}\n", clean(claim.subject), shown(claim.value), found);
  }
  if (!actor.claims.empty())
    out += fmt::format("       of {} claims {} stood up, {} did not, {} are open\n", actor.claims.size(),
                       standing.borne_out, standing.contradicted, standing.open);
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
  return text;
}

std::string shown(const Json& value) {
  if (value.is_number_unsigned()) return grouped(value.get<std::uint64_t>());
  return value.is_string() ? clean(value.get<std::string>()) : value.dump();
}

void write_counts(const CaseView& view, std::string& out) {
  if (view.examinations.empty()) return;
  out += "\nCOUNTS\n";
  for (const auto& examination : view.examinations) {
    out += fmt::format("  {:<4} event {}\n", examination.exhibit, examination.event);
    for (const std::string_view step : kSteps) {
      const std::uint64_t count = count_of(examination.counts, step);
      if (count > 0) out += fmt::format("       {:<22} {:>16}\n", step, grouped(count));
    }
    write_gaps(examination.counts, out);
  }
  if (const auto* confirmed = view.fact("confirmed"); confirmed != nullptr)
    out +=
        fmt::format("       {:<22} {:>16}   {}\n", "confirmed", shown(confirmed->value), clean(confirmed->definition));
}

void write_origins(const CaseView& view, std::string& out) {
  bool is_first = true;
  for (const auto& fact : view.facts) {
    if (fact.superseded_by || fact.name.find(".origin.") == std::string::npos) continue;
    if (is_first) out += "\nORIGINS\n";
    is_first = false;
    out += fmt::format("  {:<16} {}\n", clean(fact.name), shown(fact.value));
  }
}

void write_links(const CaseView& view, std::string& out) {
  if (view.takedown.links.empty()) return;
  const auto zone = zone_of(view);
  out += "\nLINKS\n";
  for (const auto& link : view.takedown.links) {
    out += fmt::format("  {:<4} {}  {}", link.id, clean(link.host), casefile::word_of(link.history.state));
    for (const auto& country : link.history.blocked_in) out += " in " + clean(country);
    if (!link.note.empty()) out += "  (" + clean(link.note) + ")";
    out += '\n';
    for (const auto& change : link.history.changes)
      out +=
          fmt::format("       {}  {}, event {}\n", day_in(zone, change.at), casefile::word_of(change.to), change.event);
  }
}

void write_letters(const CaseView& view, text::Instant now, std::string& out) {
  const auto& letters = view.correspondence.letters;
  if (letters.empty()) return;
  const auto zone = zone_of(view);
  out += "\nLETTERS\n";
  for (const auto& letter : letters) {
    out += fmt::format("  {:<4} {}  {} to {} ({})", letter.id, day_in(zone, letter.sent), letter.kind, clean(letter.to),
                       letter.party);
    if (!letter.basis.empty()) out += ", " + clean(letter.basis);
    out += '\n';
    if (!letter.about.empty()) out += fmt::format("       {}\n", clean(letter.about));
    const auto due = text::parse_instant(letter.due);
    if (letter.answered) {
      out += fmt::format("       answered {}: {}\n", day_in(zone, *letter.answered), clean(letter.answer));
    } else if (due) {
      out += fmt::format("       {} {}\n", *due < now ? "NOT ANSWERED, was due" : "answer due", zone.show(*due));
    }
  }
}

void write_actors(const CaseView& view, std::string& out) {
  if (view.actors.actors.empty()) return;
  out += "\nACTORS\n";
  for (const auto& actor : view.actors.actors) {
    std::string venues;
    for (const auto& venue : actor.venues) venues += (venues.empty() ? "" : ", ") + clean(venue);
    out += fmt::format("  {}  {}{}\n", clean(actor.handle), actor.role.empty() ? "role not known" : clean(actor.role),
                       venues.empty() ? "" : ", at " + venues);
    for (const auto& post : actor.posts)
      out += fmt::format("       {}  posted at {}: {}\n", post.on, clean(post.venue), clean(post.offers));
    write_claims(view, actor, out);
  }
}

void write_causes(const CaseView& view, std::string& out) {
  if (view.causes.causes.empty()) return;
  out += "\nCAUSES\n";
  for (const auto& cause : view.causes.causes) {
    out += fmt::format("  {:<4} {}  {}: {}{}\n", cause.id, cause.status,
                       cause.family == "weak_system" ? "weak system" : "broken procedure", clean(cause.says),
                       cause.control.empty() ? "" : fmt::format(" ({})", clean(cause.control)));
    out += fmt::format("       told apart by: {}\n", clean(cause.tells_apart));
    for (const auto& each : cause.evidence)
      out +=
          fmt::format("       {} {}, event {}\n", each.speaks_for ? "for:" : "against:", clean(each.what), each.event);
  }
}

void write_clocks(const CaseView& view, text::Instant now, std::string& out) {
  if (view.clock_facts.events.empty()) return;
  const auto law = pack::load_law(view.law);
  if (!law) return;
  const auto zone = zone_of(view);
  out += "\nCLOCKS\n";
  for (const auto& clock : casefile::clocks_of(*law, view.clock_facts, now)) {
    if (!clock.started) continue;
    out += fmt::format("  {:<14} {}, {} {}", casefile::name_of(clock.state), clock.rule->id, clock.rule->law,
                       clock.rule->article);
    out += clock.due ? fmt::format(", due {}", zone.show(*clock.due)) : ", no period in the law";
    if (clock.done) out += fmt::format(", done {}", zone.show(*clock.done));
    if (!clock.undecided.empty()) out += fmt::format(", if {}", fmt::join(clock.undecided, ", "));
    out += '\n';
  }
}

}  // namespace sidik::engine
