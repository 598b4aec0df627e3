#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/event.hpp"

namespace sidik::casefile {

/// Something that an actor put before others; of its text the hash is kept.
struct Post {
  std::string venue;
  std::string on;      ///< as Event::at
  std::string sha256;  ///< of the text or the capture
  std::string offers;  ///< what is offered and for how much, as the desk sums it up
  std::uint64_t event = 0;
};

/// What an actor says there is, and the fact of the case that answers it.
struct ActorClaim {
  std::string subject;  ///< persons, sample, photos, source, ...
  Json value;           ///< a whole number or text
  std::string fact;     ///< the name of the fact that it is held against; empty: none yet
  std::uint64_t event = 0;
};

/// A seller, or whoever else acts: known by a handle, never by a guess at a person.
struct Actor {
  std::string handle;
  std::vector<std::string> venues;
  std::string role;  ///< seller, reseller, poster, not known
  std::vector<Post> posts;
  std::vector<ActorClaim> claims;
  std::uint64_t event = 0;
};

/// The actors of a case, folded out of its events.
class Actors {
 public:
  [[nodiscard]] static bool is_kind(std::string_view kind);
  /// Kinds   actor.seen, actor.posted, actor.claimed. Errors   casefile.event_malformed (invalid_input).
  [[nodiscard]] Status apply(const Event& event);

  std::vector<Actor> actors;
  [[nodiscard]] const Actor* actor(std::string_view handle) const;
};

}  // namespace sidik::casefile
