#include "casefile/sharing/stix_bundle.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "casefile/canonical_json.hpp"
#include "casefile/sharing/stable_id.hpp"

namespace sidik::casefile {
namespace {

/// The namespace of STIX for what is observed: its id follows from what it is (section 2.9).
constexpr std::string_view kObserved = "00abedb4-aa42-466c-9c01-fed23315a9b7";
/// TLP:AMBER as STIX 2.1 itself defines it (section 7.2.1.4).
constexpr const char* kAmber = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82";

std::string office_ref(const SharedCase& shared) { return "identity--" + shared.office_id(); }
std::string incident_ref(const SharedCase& shared) { return "incident--" + shared.id; }

/// A time of an event with the milliseconds that STIX asks for.
std::string precise(const std::string& at) { return at.ends_with('Z') ? at.substr(0, at.size() - 1) + ".000Z" : at; }

/// What all domain objects and relationships have in common.
Json domain_object(const SharedCase& shared, const char* type, const std::string& uuid, const std::string& created,
                   const std::string& modified) {
  return {{"type", type},
          {"spec_version", "2.1"},
          {"id", fmt::format("{}--{}", type, uuid)},
          {"created", precise(created)},
          {"modified", precise(std::max(created, modified))},
          {"created_by_ref", office_ref(shared)},
          {"object_marking_refs", Json::array({kAmber})}};
}

/// An observable whose id follows from `contributing`.
Json observable(const char* type, const Json& contributing) {
  const auto text = to_canonical(contributing);
  const std::string id = stable_id(kObserved, text ? *text : contributing.dump());
  return {{"type", type},
          {"spec_version", "2.1"},
          {"id", fmt::format("{}--{}", type, id)},
          {"object_marking_refs", Json::array({kAmber})}};
}

/// The objects of a bundle as they are made.
class Bundle {
 public:
  explicit Bundle(const SharedCase& shared) : shared_(shared) {}

  Json& add(Json object) {
    objects_.push_back(std::move(object));
    return objects_.back();
  }
  void relate(const std::string& from, const char* how, const std::string& to, const std::string& at) {
    Json link = domain_object(shared_, "relationship", shared_.id_of("relationship", from + how + to), at, at);
    link["source_ref"] = from;
    link["target_ref"] = to;
    link["relationship_type"] = how;
    add(std::move(link));
  }
  /// A sighting of one observable, hung on the incident.
  void observe(const std::string& which, Json seen, const std::string& from, const std::string& until) {
    const std::string seen_id = seen["id"];
    const bool is_new = std::ranges::none_of(objects_, [&](const Json& each) { return each["id"] == seen_id; });
    if (is_new) add(std::move(seen));
    Json data = domain_object(shared_, "observed-data", shared_.id_of("observed-data", which), from, until);
    data["first_observed"] = from;
    data["last_observed"] = std::max(from, until);
    data["number_observed"] = 1;
    data["object_refs"] = Json::array({seen_id});
    const std::string id = add(std::move(data))["id"];
    relate(id, "related-to", incident_ref(shared_), from);
  }
  void note(const std::string& which, const std::string& abstract, const std::string& content, const std::string& about,
            const std::string& at) {
    Json note = domain_object(shared_, "note", shared_.id_of("note", which), at, at);
    note["abstract"] = abstract;
    note["content"] = content;
    note["object_refs"] = Json::array({about});
    add(std::move(note));
  }
  Json finish() && {
    return {{"type", "bundle"},
            {"id", "bundle--" + shared_.id_of("bundle", shared_.latest_at)},
            {"objects", Json(std::move(objects_))}};
  }

 private:
  const SharedCase& shared_;
  std::vector<Json> objects_;
};

void add_office(const SharedCase& shared, Bundle& bundle) {
  Json office = domain_object(shared, "identity", shared.office_id(), shared.opened_at, shared.opened_at);
  office["name"] = shared.office_name();
  office["identity_class"] = "organization";
  bundle.add(std::move(office));
  Json incident = domain_object(shared, "incident", shared.id, shared.opened_at, shared.latest_at);
  incident["name"] = shared.name;
  incident["description"] = "A leak of personal data, examined as a case.";
  bundle.add(std::move(incident));
}

void add_exhibit(const SharedExhibit& exhibit, Bundle& bundle) {
  const Json hashes{{"SHA-256", exhibit.sha256}};
  Json file = observable("file", {{"hashes", hashes}, {"name", exhibit.name}});
  file["hashes"] = hashes;
  file["name"] = exhibit.name;
  file["size"] = exhibit.bytes;
  bundle.observe(exhibit.id, std::move(file), exhibit.at, exhibit.at);
}

void add_link(const SharedLink& link, Bundle& bundle) {
  Json url = observable("url", {{"value", link.url}});
  url["value"] = link.url;
  const std::string id = url["id"];
  bundle.observe(link.id, std::move(url), link.seen_at, link.latest_at);
  bundle.note(link.id, fmt::format("{}: {}", link.id, link.state),
              fmt::format("The link {} at {}: {} at {}.", link.id, link.host, link.state, link.latest_at), id,
              link.latest_at);
}

void add_actor(const SharedCase& shared, const SharedActor& actor, Bundle& bundle) {
  const std::string& at = shared.opened_at;
  Json made = domain_object(shared, "threat-actor", shared.id_of("actor", actor.handle), at, shared.latest_at);
  made["name"] = actor.handle;
  made["description"] = actor.role.empty() ? std::string("Known by a handle alone.")
                                           : fmt::format("Known by a handle alone; {}.", actor.role);
  made["threat_actor_types"] = Json::array({"criminal"});
  made["primary_motivation"] = "personal-gain";
  if (actor.role != "seller" && actor.role != "reseller") {
    made["threat_actor_types"] = Json::array({"unknown"});
    made.erase("primary_motivation");
  }
  const std::string id = bundle.add(std::move(made))["id"];
  bundle.relate(id, "related-to", incident_ref(shared), at);
  std::size_t number = 0;
  for (const SharedPost& post : actor.posts) {
    bundle.note(fmt::format("post/{}/{}", actor.handle, number++), fmt::format("post of {}", post.on),
                fmt::format("{} {}: {}{}", post.venue, post.on, post.offers,
                            post.sha256.empty() ? "" : "; sha256 of the text " + post.sha256),
                id, shared.latest_at);
  }
  for (const SharedClaim& claim : actor.claims) {
    bundle.note(fmt::format("claim/{}/{}", actor.handle, number++), "claim: " + claim.subject,
                fmt::format("claims {}: {}; {}", claim.subject, shown_value(claim.value),
                            claim.answered_by.empty() ? "not answered" : "answered by the fact " + claim.answered_by),
                id, shared.latest_at);
  }
}

}  // namespace

Json stix_bundle(const SharedCase& shared) {
  Bundle bundle(shared);
  add_office(shared, bundle);
  for (const SharedExhibit& exhibit : shared.exhibits) add_exhibit(exhibit, bundle);
  for (const SharedLink& link : shared.links) add_link(link, bundle);
  for (const SharedActor& actor : shared.actors) add_actor(shared, actor, bundle);
  for (const SharedFact& fact : shared.facts) {
    bundle.note("fact/" + fact.name, fmt::format("{}: {}", fact.name, shown_value(fact.value)), fact.definition,
                incident_ref(shared), fact.at);
  }
  std::size_t number = 0;
  for (const SharedStatement& statement : shared.statements) {
    Json report = domain_object(shared, "report", shared.id_of("statement", std::to_string(number++)), statement.at,
                                statement.at);
    report["name"] = fmt::format("Statement of {}", statement.at);
    report["description"] = statement.text;
    report["lang"] = statement.language;
    report["published"] = statement.at;
    report["report_types"] = Json::array({"incident"});
    report["object_refs"] = Json::array({incident_ref(shared)});
    if (statement.language.empty()) report.erase("lang");
    bundle.add(std::move(report));
  }
  return std::move(bundle).finish();
}

}  // namespace sidik::casefile
