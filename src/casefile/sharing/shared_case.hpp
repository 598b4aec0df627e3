#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "casefile/case_view.hpp"

namespace sidik::casefile {

/// An exhibit as others may know it: by its hash. Where it was got may name a person and stays.
struct SharedExhibit {
  std::string id;
  std::string name;  ///< of the file
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string at;
};

struct SharedLink {
  std::string id;
  std::string url;  ///< without its fragment, in which hosts that keep encrypted files have the key
  std::string host;
  std::string state;  ///< a word of LinkState
  std::string seen_at;
  std::string latest_at;  ///< the newest look, or change
};

/// A fact that two persons have approved and none has superseded.
struct SharedFact {
  std::string name;
  Json value;
  std::string definition;
  std::string at;
};

struct SharedPost {
  std::string venue;
  std::string on;
  std::string sha256;
  std::string offers;
};
struct SharedClaim {
  std::string subject;
  Json value;
  std::string answered_by;  ///< the name of a fact that is shared too; else empty
};
struct SharedActor {
  std::string handle;
  std::string role;
  std::vector<std::string> venues;
  std::vector<SharedPost> posts;
  std::vector<SharedClaim> claims;
};

struct SharedStatement {
  std::string at;
  std::string language;
  std::string text;
};

/// What of a case may leave the house, whatever the format: four eyes have seen every number, no person of the desk
/// is named, and where exhibits lie, how they were got, notes, letters and causes stay.
struct SharedCase {
  std::string id;  ///< a UUID, the same at each export; the space of the ids of what is in it
  std::string name;
  std::string law;
  std::string office;  ///< of the person who opened it; empty: not said
  std::string opened_at;
  std::string latest_at;
  bool is_closed = false;
  std::vector<SharedExhibit> exhibits;
  std::vector<SharedLink> links;
  std::vector<SharedFact> facts;
  std::vector<SharedActor> actors;
  std::vector<SharedStatement> statements;

  [[nodiscard]] static SharedCase of(const CaseView& view);
  /// The UUID of a thing in the case, for example id_of("exhibit", "E1").
  [[nodiscard]] std::string id_of(std::string_view what, std::string_view which) const;
  /// Of the office, which is the same in all its cases.
  [[nodiscard]] std::string office_id() const;
  [[nodiscard]] std::string office_name() const;  ///< never empty
};

/// The value of a fact or claim as text.
[[nodiscard]] std::string shown_value(const Json& value);

}  // namespace sidik::casefile
