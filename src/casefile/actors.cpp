#include "casefile/actors.hpp"

#include <algorithm>

#include "casefile/event_parts.hpp"

namespace sidik::casefile {
namespace {

void add_venue(Actor& actor, const std::string& venue) {
  if (!venue.empty() && std::ranges::find(actor.venues, venue) == actor.venues.end()) actor.venues.push_back(venue);
}

}  // namespace

bool Actors::is_kind(std::string_view kind) {
  return kind == "actor.seen" || kind == "actor.posted" || kind == "actor.claimed";
}

Status Actors::apply(const Event& event) {
  const std::string handle = text_of(event, "handle");
  if (handle.empty()) return malformed(event, "handle");
  auto found = std::ranges::find(actors, handle, &Actor::handle);
  if (event.kind == "actor.seen") {
    if (found == actors.end()) {
      actors.push_back({handle, {}, {}, {}, {}, event.number});
      found = actors.end() - 1;
    }
    add_venue(*found, text_of(event, "venue"));
    if (const std::string role = text_of(event, "role"); !role.empty()) found->role = role;
    return {};
  }
  if (found == actors.end()) return malformed(event, "handle");
  if (event.kind == "actor.posted") {
    const std::string venue = text_of(event, "venue");
    add_venue(*found, venue);
    found->posts.push_back(
        {venue, text_of(event, "on"), text_of(event, "sha256"), text_of(event, "offers"), event.number});
    return {};
  }
  const Json value = event.data.value("value", Json());
  if (text_of(event, "subject").empty()) return malformed(event, "subject");
  if (!value.is_number_integer() && !value.is_string()) return malformed(event, "value");
  found->claims.push_back({text_of(event, "subject"), value, text_of(event, "fact"), event.number});
  return {};
}

const Actor* Actors::actor(std::string_view handle) const {
  const auto found = std::ranges::find(actors, handle, &Actor::handle);
  return found != actors.end() ? &*found : nullptr;
}

}  // namespace sidik::casefile
