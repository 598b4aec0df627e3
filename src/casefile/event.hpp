#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "casefile/canonical_json.hpp"
#include "crypto/sha256.hpp"

namespace sidik::casefile {

/// Something that happened in a case. Never changed once it is written; a later event corrects it.
struct Event {
  std::uint64_t number = 0;  ///< from 0, without gaps
  std::string at;            ///< when it was written: 2021-05-21T09:30:00Z
  std::string by;            ///< the id of the person who signs
  std::string kind;          ///< two words, `exhibit.added`; docs/formats/case.md lists them
  Json data = Json::object();
};

/// What is still to be written.
struct Draft {
  std::string kind;
  Json data = Json::object();
};

/// The second in UTC as events write it.
[[nodiscard]] std::string time_text(std::chrono::system_clock::time_point at);
/// Whether a text is such a second.
[[nodiscard]] bool is_time_text(std::string_view text);

/// The body in the form that is hashed; `previous` is the hash of the body before it, of the first one all zeros.
[[nodiscard]] Result<std::string> to_body(const Event& event, const crypto::Digest& previous);

struct ReadEvent {
  Event event;
  std::string previous;  ///< hexadecimal
};
/// Errors   casefile.not_canonical, casefile.event_malformed (invalid_input).
[[nodiscard]] Result<ReadEvent> from_body(std::string_view body);

/// The hash by which the next event names this one.
[[nodiscard]] crypto::Digest body_hash(std::string_view body);

}  // namespace sidik::casefile
