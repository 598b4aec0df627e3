#include "casefile/sharing/case_graph.hpp"

#include <utility>

#include <fmt/format.h>

namespace sidik::casefile {
namespace {

Json typed(const char* type, std::string value) { return {{"@type", type}, {"@value", std::move(value)}}; }
Json time_of(const std::string& at) { return typed("xsd:dateTime", at); }
Json refer(const std::string& id) { return {{"@id", id}}; }

/// The nodes of the graph, all under the id of the case.
class Graph {
 public:
  explicit Graph(const SharedCase& shared) : shared_(shared) {}

  std::string add(const char* type, const std::string& which, Json node) {
    std::string id = "kb:" + shared_.id_of(type, which);
    node["@id"] = id;
    node["@type"] = type;
    objects_.push_back(refer(id));
    nodes_.push_back(std::move(node));
    return id;
  }
  /// A node that belongs to another one.
  [[nodiscard]] Json part(const char* type, const std::string& which, Json node) const {
    node["@id"] = "kb:" + shared_.id_of(type, which);
    node["@type"] = type;
    return node;
  }
  void annotate(const std::string& which, std::string says, const std::string& description, const std::string& about,
                const std::string& at) {
    Json node{{"uco-core:statement", std::move(says)},
              {"uco-core:object", refer(about)},
              {"uco-core:objectCreatedTime", time_of(at)}};
    if (!description.empty()) node["uco-core:description"] = description;
    add("uco-core:Annotation", which, std::move(node));
  }
  [[nodiscard]] const Json& objects() const { return objects_; }
  Json finish() && {
    return {{"@context",
             {{"kb", "urn:uuid:"},
              {"case-investigation", "https://ontology.caseontology.org/case/investigation/"},
              {"uco-core", "https://ontology.unifiedcyberontology.org/uco/core/"},
              {"uco-identity", "https://ontology.unifiedcyberontology.org/uco/identity/"},
              {"uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/"},
              {"uco-types", "https://ontology.unifiedcyberontology.org/uco/types/"},
              {"xsd", "http://www.w3.org/2001/XMLSchema#"}}},
            {"@graph", std::move(nodes_)}};
  }

 private:
  const SharedCase& shared_;
  Json nodes_ = Json::array();
  Json objects_ = Json::array();
};

void add_exhibit(const SharedExhibit& exhibit, Graph& graph) {
  const Json hash =
      graph.part("uco-types:Hash", exhibit.id,
                 {{"uco-types:hashMethod", "SHA256"}, {"uco-types:hashValue", typed("xsd:hexBinary", exhibit.sha256)}});
  const std::string bytes = std::to_string(exhibit.bytes);
  const Json content = graph.part(
      "uco-observable:ContentDataFacet", exhibit.id,
      {{"uco-observable:hash", Json::array({hash})}, {"uco-observable:sizeInBytes", typed("xsd:integer", bytes)}});
  const Json file = graph.part(
      "uco-observable:FileFacet", exhibit.id,
      {{"uco-observable:fileName", exhibit.name}, {"uco-observable:sizeInBytes", typed("xsd:integer", bytes)}});
  const std::string id =
      graph.add("uco-observable:File", exhibit.id,
                {{"uco-core:name", exhibit.name}, {"uco-core:hasFacet", Json::array({content, file})}});
  graph.add("case-investigation:ProvenanceRecord", exhibit.id,
            {{"case-investigation:exhibitNumber", exhibit.id},
             {"uco-core:objectCreatedTime", time_of(exhibit.at)},
             {"uco-core:object", refer(id)}});
}

void add_link(const SharedLink& link, Graph& graph) {
  const Json facet = graph.part("uco-observable:URLFacet", link.id, {{"uco-observable:fullValue", link.url}});
  const std::string id = graph.add("uco-observable:URL", link.id, {{"uco-core:hasFacet", Json::array({facet})}});
  graph.annotate(link.id, fmt::format("The link {} at {}: {}.", link.id, link.host, link.state), "", id,
                 link.latest_at);
}

void add_actor(const SharedCase& shared, const SharedActor& actor, Graph& graph) {
  const std::string id =
      graph.add("uco-identity:Identity", "actor/" + actor.handle,
                {{"uco-core:name", actor.handle}, {"uco-core:description", "An actor known by a handle alone."}});
  std::size_t number = 0;
  for (const SharedPost& post : actor.posts) {
    graph.annotate(fmt::format("post/{}/{}", actor.handle, number++),
                   fmt::format("{} {}: {}", post.venue, post.on, post.offers),
                   post.sha256.empty() ? "" : "sha256 of the text " + post.sha256, id, shared.latest_at);
  }
  for (const SharedClaim& claim : actor.claims) {
    graph.annotate(fmt::format("claim/{}/{}", actor.handle, number++),
                   fmt::format("claims {}: {}", claim.subject, shown_value(claim.value)),
                   claim.answered_by.empty() ? "" : "answered by the fact " + claim.answered_by, id, shared.latest_at);
  }
}

}  // namespace

Json case_graph(const SharedCase& shared) {
  Graph graph(shared);
  for (const SharedExhibit& exhibit : shared.exhibits) add_exhibit(exhibit, graph);
  for (const SharedLink& link : shared.links) add_link(link, graph);
  for (const SharedActor& actor : shared.actors) add_actor(shared, actor, graph);
  const std::string office =
      graph.add("uco-identity:Organization", "office", {{"uco-core:name", shared.office_name()}});
  const Json objects = graph.objects();
  const std::string investigation = graph.add("case-investigation:Investigation", "case",
                                              {{"uco-core:name", shared.name},
                                               {"uco-core:createdBy", refer(office)},
                                               {"uco-core:objectCreatedTime", time_of(shared.opened_at)},
                                               {"case-investigation:investigationForm", "incident"},
                                               {"uco-core:object", objects}});
  for (const SharedFact& fact : shared.facts)
    graph.annotate("fact/" + fact.name, fmt::format("{}: {}", fact.name, shown_value(fact.value)), fact.definition,
                   investigation, fact.at);
  std::size_t number = 0;
  for (const SharedStatement& statement : shared.statements) {
    graph.annotate(fmt::format("statement/{}", number++), statement.text, "Statement of " + statement.at, investigation,
                   statement.at);
  }
  return std::move(graph).finish();
}

}  // namespace sidik::casefile
