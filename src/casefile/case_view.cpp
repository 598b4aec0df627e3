#include "casefile/case_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "casefile/event_parts.hpp"

namespace sidik::casefile {
Result<CaseView> CaseView::of(EventLog& log) {
  CaseView view;
  Status status;
  SIDIK_CHECK(log.for_each([&](const EventLog::Row& row) {
    const auto read = from_body(row.body);
    status = read ? view.apply(read->event) : std::unexpected(read.error());
    if (!status && status.error().next.empty())
      status = fail(status.error().kind, status.error().code,
                    fmt::format("event {} cannot be read: {}", row.number, status.error().what),
                    "run sidik case verify to see what was changed");
    return status.has_value();
  }));
  SIDIK_CHECK(std::move(status));
  return view;
}

Status CaseView::apply(const Event& event) {
  ++events;
  latest_at = event.at;
  if (event.kind == "case.opened") {
    name = text_of(event, "name");
    law = text_of(event, "law");
    key_mark = text_of(event, "key_mark");
    opened_at = event.at;
    return {};
  }
  if (event.kind == "case.closing") return {};
  if (event.kind == "case.closed") {
    closed_at = event.at;
    return {};
  }
  if (event.kind == "person.added" || event.kind == "person.left") return add_person(event);
  if (event.kind == "exhibit.added" || event.kind == "exhibit.deleted") return add_exhibit(event);
  if (event.kind == "examination.made") return add_examination(event);
  if (event.kind == "fact.stated") return add_fact(event);
  if (event.kind == "fact.approved") return approve_fact(event);
  if (event.kind == "note.added") return add_note(event);
  if (event.kind == "checkpoint.stamped") return add_stamp(event);
  if (event.kind == "statement.issued") return add_statement(event);
  if (event.kind == "milestone.reached" || event.kind == "condition.decided" || event.kind == "duty.met")
    return add_clock_fact(event);
  if (TakedownView::is_kind(event.kind)) return takedown.apply(event);
  if (Correspondence::is_kind(event.kind)) return correspondence.apply(event);
  if (Actors::is_kind(event.kind)) return actors.apply(event);
  if (Causes::is_kind(event.kind)) return causes.apply(event);
  ++unknown;
  return {};
}

Status CaseView::add_person(const Event& event) {
  const auto id = text_part(event, "id");
  if (!id) return malformed(event, "id");
  const auto found = std::ranges::find(persons, *id, &Person::id);
  if (event.kind == "person.left") {
    if (found == persons.end()) return malformed(event, "id");
    found->has_left = true;
    return {};
  }
  if (found != persons.end()) return malformed(event, "id");
  persons.push_back({*id, text_of(event, "name"), text_of(event, "office"), text_of(event, "public_key"), false});
  return {};
}

Status CaseView::add_exhibit(const Event& event) {
  const auto id = text_part(event, "id");
  if (!id) return malformed(event, "id");
  const auto found = std::ranges::find(exhibits, *id, &Exhibit::id);
  if (event.kind == "exhibit.deleted") {
    if (found == exhibits.end()) return malformed(event, "id");
    found->is_deleted = true;
    return {};
  }
  const auto hash = text_part(event, "sha256");
  const auto bytes = number_part(event, "bytes");
  if (found != exhibits.end()) return malformed(event, "id");
  if (!hash || !bytes) return malformed(event, "hash and size");
  exhibits.push_back({*id, text_of(event, "name"), *hash, *bytes, text_of(event, "got_from"), text_of(event, "got_how"),
                      text_of(event, "path"), event.data.value("sealed", Json()) == Json(true), false, event.number,
                      event.at});
  return {};
}

Status CaseView::add_examination(const Event& event) {
  const auto id = text_part(event, "exhibit");
  if (!id || exhibit(*id) == nullptr) return malformed(event, "exhibit");
  const Json counts = event.data.value("counts", Json::object());
  if (!counts.is_object()) return malformed(event, "counts");
  examinations.push_back({*id, text_of(event, "document_sha256"), counts, event.number});
  return {};
}

Status CaseView::add_fact(const Event& event) {
  const auto fact_name = text_part(event, "name");
  const Json value = event.data.value("value", Json());
  if (!fact_name) return malformed(event, "name");
  if (!value.is_number_integer() && !value.is_string()) return malformed(event, "value");
  for (Fact& earlier : facts) {
    if (earlier.name == *fact_name && !earlier.superseded_by) earlier.superseded_by = event.number;
  }
  facts.push_back(
      {*fact_name, value, text_of(event, "definition"), text_of(event, "source"), event.number, event.at, {}, {}});
  return {};
}

Status CaseView::approve_fact(const Event& event) {
  const auto stated = number_part(event, "event");
  const auto found = std::ranges::find_if(facts, [&](const Fact& each) { return stated && each.event == *stated; });
  if (found == facts.end()) return malformed(event, "event of a fact");
  found->approved_by.insert(event.by);
  return {};
}

Status CaseView::add_note(const Event& event) {
  const auto text = text_part(event, "text");
  if (!text) return malformed(event, "text");
  notes.push_back({event.by, event.at, *text, number_part(event, "corrects"), event.number});
  return {};
}

Status CaseView::add_stamp(const Event& event) {
  const auto size = number_part(event, "size");
  const auto time = text_part(event, "time");
  if (!size || !time) return malformed(event, "size and time");
  stamps.push_back({*size, *time, event.number});
  return {};
}

Status CaseView::add_statement(const Event& event) {
  const auto text = text_part(event, "text");
  const Json used = event.data.value("facts", Json());
  if (!text) return malformed(event, "text");
  if (!used.is_object()) return malformed(event, "facts");
  IssuedStatement statement{event.by, event.at, text_of(event, "language"), *text, {}, event.number};
  for (const auto& [fact_name, how] : used.items()) {
    if (!how.is_object() || !how.contains("shown") || !how["shown"].is_string()) return malformed(event, "facts");
    statement.facts[fact_name] = how["shown"].get<std::string>();
  }
  statements.push_back(std::move(statement));
  return {};
}

Status CaseView::add_clock_fact(const Event& event) {
  const auto name_of_it = text_part(event, event.kind == "duty.met" ? "rule" : "name");
  if (!name_of_it) return malformed(event, "name");
  if (event.kind == "condition.decided") {
    const Json value = event.data.value("value", Json());
    const auto number = number_part(event, "value");
    if (number && *name_of_it == "persons") {
      clock_facts.persons = *number;
    } else if (value.is_boolean()) {
      clock_facts.conditions[*name_of_it] = value.get<bool>();
    } else {
      return malformed(event, "value");
    }
    return {};
  }
  const auto when = text::parse_instant(text_of(event, "when"));
  if (!when) return malformed(event, "time");
  (event.kind == "duty.met" ? clock_facts.met : clock_facts.events)[*name_of_it] = *when;
  return {};
}

const Person* CaseView::person(std::string_view id) const {
  const auto found = std::ranges::find(persons, id, &Person::id);
  return found != persons.end() ? &*found : nullptr;
}

const Exhibit* CaseView::exhibit(std::string_view id_or_hash) const {
  const auto found = std::ranges::find_if(
      exhibits, [&](const Exhibit& each) { return each.id == id_or_hash || each.sha256 == id_or_hash; });
  return found != exhibits.end() ? &*found : nullptr;
}

const Fact* CaseView::fact(std::string_view fact_name) const {
  const auto found =
      std::ranges::find_if(facts, [&](const Fact& each) { return each.name == fact_name && !each.superseded_by; });
  return found != facts.end() ? &*found : nullptr;
}

}  // namespace sidik::casefile
