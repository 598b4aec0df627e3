#include "casefile/sharing/shared_case.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "casefile/sharing/stable_id.hpp"

namespace sidik::casefile {
namespace {

/// Made once at random; whatever Sidik names has its id below this one.
constexpr std::string_view kSidik = "5d1a7c0e-3f52-4b8e-9a6d-0c4b8f2e7a91";

SharedLink shared(const Link& link) {
  const auto& changes = link.history.changes;
  SharedLink out{
      link.id, link.url.substr(0, link.url.find('#')), link.host, std::string(word_of(link.history.state)), {}, {}};
  if (changes.empty()) return out;
  out.seen_at = changes.front().at;
  out.latest_at = std::max(changes.back().at, link.history.last_looked_at.value_or(""));
  return out;
}

SharedActor shared(const Actor& actor, const std::vector<SharedFact>& facts) {
  SharedActor out{actor.handle, actor.role, actor.venues, {}, {}};
  for (const Post& post : actor.posts) out.posts.push_back({post.venue, post.on, post.sha256, post.offers});
  for (const ActorClaim& claim : actor.claims) {
    const bool is_answered = std::ranges::find(facts, claim.fact, &SharedFact::name) != facts.end();
    out.claims.push_back({claim.subject, claim.value, is_answered ? claim.fact : std::string()});
  }
  return out;
}

}  // namespace

SharedCase SharedCase::of(const CaseView& view) {
  SharedCase out;
  const Person* opener = view.persons.empty() ? nullptr : &view.persons.front();
  // The key of who opened the case was drawn at random for it.
  out.id = stable_id(kSidik, "case/" + (opener == nullptr ? view.name : opener->public_key));
  out.name = view.name;
  out.law = view.law;
  out.office = opener == nullptr ? std::string() : opener->office;
  out.opened_at = view.opened_at;
  out.latest_at = view.latest_at;
  out.is_closed = view.closed_at.has_value();
  for (const Exhibit& each : view.exhibits)
    out.exhibits.push_back({each.id, each.name, each.sha256, each.bytes, each.at});
  for (const Link& each : view.takedown.links) out.links.push_back(shared(each));
  for (const Fact& each : view.facts) {
    if (each.is_usable()) out.facts.push_back({each.name, each.value, each.definition, each.at});
  }
  for (const Actor& each : view.actors.actors) out.actors.push_back(shared(each, out.facts));
  for (const IssuedStatement& each : view.statements) out.statements.push_back({each.at, each.language, each.text});
  return out;
}

std::string SharedCase::id_of(std::string_view what, std::string_view which) const {
  return stable_id(id, fmt::format("{}/{}", what, which));
}

std::string SharedCase::office_id() const { return stable_id(kSidik, "office/" + office_name()); }

std::string SharedCase::office_name() const { return office.empty() ? "a desk that did not say its office" : office; }

std::string shown_value(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

}  // namespace sidik::casefile
