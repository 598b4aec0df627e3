#include "casefile/sharing/misp_event.hpp"

#include <fmt/format.h>

namespace sidik::casefile {
namespace {

/// Seconds since 1970 as text, which is how MISP writes a time.
std::string seconds_of(const std::string& at) {
  const auto since = seconds_between("1970-01-01T00:00:00Z", at);
  return std::to_string(since.value_or(0));
}

struct NewAttribute {
  const char* category;
  const char* type;
  std::string value;
  std::string comment;
};

Json attribute(const SharedCase& shared, const std::string& which, const NewAttribute& made, const std::string& at) {
  return {{"uuid", shared.id_of("misp-attribute", which)},
          {"category", made.category},
          {"type", made.type},
          {"value", made.value},
          {"comment", made.comment},
          {"to_ids", false},
          {"distribution", "5"},
          {"timestamp", seconds_of(at)}};
}

/// One of the object's template: `relation` is its name there.
Json related(const SharedCase& shared, const std::string& which, const char* relation, const NewAttribute& made,
             const std::string& at) {
  Json out = attribute(shared, which + "/" + relation, made, at);
  out["object_relation"] = relation;
  return out;
}

struct Template {
  const char* name;
  const char* meta_category;
  const char* uuid;
  const char* version;
};
constexpr Template kFile{"file", "file", "688c46fb-5edb-40a3-8273-1af7923e2215", "25"};
constexpr Template kUrl{"url", "network", "60efb77b-40b5-4c46-871b-ed1ed999fce5", "10"};

Json object(const SharedCase& shared, const std::string& which, const Template& form, const std::string& comment,
            const std::string& at, Json attributes) {
  return {{"uuid", shared.id_of("misp-object", which)},
          {"name", form.name},
          {"meta-category", form.meta_category},
          {"template_uuid", form.uuid},
          {"template_version", form.version},
          {"comment", comment},
          {"distribution", "5"},
          {"timestamp", seconds_of(at)},
          {"Attribute", std::move(attributes)}};
}

Json file_object(const SharedCase& shared, const SharedExhibit& exhibit) {
  const std::string& at = exhibit.at;
  Json attributes = Json::array();
  attributes.push_back(related(shared, exhibit.id, "filename", {"Payload delivery", "filename", exhibit.name, ""}, at));
  attributes.push_back(related(shared, exhibit.id, "sha256", {"Payload delivery", "sha256", exhibit.sha256, ""}, at));
  attributes.push_back(
      related(shared, exhibit.id, "size-in-bytes", {"Other", "size-in-bytes", std::to_string(exhibit.bytes), ""}, at));
  return object(shared, exhibit.id, kFile, fmt::format("exhibit {} of the case; the file is not shared", exhibit.id),
                at, std::move(attributes));
}

Json url_object(const SharedCase& shared, const SharedLink& link) {
  const std::string& at = link.latest_at;
  Json attributes = Json::array();
  attributes.push_back(related(shared, link.id, "url", {"External analysis", "url", link.url, ""}, at));
  attributes.push_back(related(shared, link.id, "first-seen", {"Other", "datetime", link.seen_at, ""}, at));
  attributes.push_back(related(shared, link.id, "text", {"Other", "text", link.state, "the state of the link"}, at));
  return object(shared, link.id, kUrl, fmt::format("where the data was offered; {} at {}", link.state, at), at,
                std::move(attributes));
}

void add_actor(const SharedCase& shared, const SharedActor& actor, Json& attributes) {
  const std::string& at = shared.latest_at;
  attributes.push_back(
      attribute(shared, "actor/" + actor.handle, {"Attribution", "threat-actor", actor.handle, actor.role}, at));
  std::size_t number = 0;
  for (const SharedPost& post : actor.posts) {
    const std::string which = fmt::format("post/{}/{}", actor.handle, number++);
    attributes.push_back(attribute(
        shared, which,
        {"External analysis", "text", fmt::format("{}, {}, {}: {}", actor.handle, post.venue, post.on, post.offers),
         post.sha256.empty() ? "" : "sha256 of the text " + post.sha256},
        at));
  }
  for (const SharedClaim& claim : actor.claims) {
    const std::string which = fmt::format("claim/{}/{}", actor.handle, number++);
    const std::string answer = claim.answered_by.empty() ? "not answered" : "answered by the fact " + claim.answered_by;
    attributes.push_back(
        attribute(shared, which,
                  {"External analysis", "text",
                   fmt::format("{} claims {}: {}", actor.handle, claim.subject, shown_value(claim.value)), answer},
                  at));
  }
}

Json attributes_of(const SharedCase& shared) {
  Json attributes = Json::array();
  for (const SharedFact& fact : shared.facts) {
    attributes.push_back(attribute(shared, "fact/" + fact.name,
                                   {"Other", fact.value.is_number_integer() ? "counter" : "text",
                                    shown_value(fact.value), fmt::format("{}: {}", fact.name, fact.definition)},
                                   fact.at));
  }
  for (const SharedActor& actor : shared.actors) add_actor(shared, actor, attributes);
  std::size_t number = 0;
  for (const SharedStatement& statement : shared.statements) {
    attributes.push_back(attribute(shared, fmt::format("statement/{}", number++),
                                   {"External analysis", "text", statement.text,
                                    fmt::format("statement of {}, {}", statement.at, statement.language)},
                                   statement.at));
  }
  return attributes;
}

Json tag(const char* name) { return {{"name", name}}; }

}  // namespace

Json misp_event(const SharedCase& shared) {
  Json objects = Json::array();
  for (const SharedExhibit& exhibit : shared.exhibits) objects.push_back(file_object(shared, exhibit));
  for (const SharedLink& link : shared.links) objects.push_back(url_object(shared, link));
  constexpr std::size_t kDay = 10;
  Json event{{"uuid", shared.id},
             {"info", "Leak of personal data: " + shared.name},
             {"date", shared.opened_at.substr(0, kDay)},
             {"timestamp", seconds_of(shared.latest_at)},
             {"threat_level_id", "4"},
             {"analysis", shared.is_closed ? "2" : "1"},
             {"distribution", "0"},
             {"published", false},
             {"Orgc", {{"name", shared.office_name()}, {"uuid", shared.office_id()}}},
             {"Tag", Json::array({tag("tlp:amber"), tag("rsit:information-content-security=\"data-leak\"")})},
             {"Attribute", attributes_of(shared)},
             {"Object", std::move(objects)}};
  return {{"Event", std::move(event)}};
}

}  // namespace sidik::casefile
