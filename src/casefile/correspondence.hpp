#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/event.hpp"

namespace sidik::casefile {

/// A letter that left the house: to an office, not to a person.
struct Letter {
  std::string id;     ///< P1, P2, ...
  std::string kind;   ///< summons, clarification, takedown, notification, report, other
  std::string party;  ///< custodian, authority, host, police, press, vendor
  std::string to;     ///< the office
  std::string basis;  ///< the rule it rests on, as it is cited
  std::string about;
  std::string due;  ///< when an answer is due, as Event::at; empty: not said
  std::string sent;
  std::string sha256;                   ///< of its text, when that was filed
  std::optional<std::string> answered;  ///< when
  std::string answer;                   ///< what it says, in a line
  std::uint64_t event = 0;
};

/// The letters of a case and what was answered, folded out of its events.
class Correspondence {
 public:
  [[nodiscard]] static bool is_kind(std::string_view kind);
  /// Kinds   letter.sent, letter.answered. Errors   casefile.event_malformed (invalid_input).
  [[nodiscard]] Status apply(const Event& event);

  std::vector<Letter> letters;
  [[nodiscard]] const Letter* letter(std::string_view id) const;
};

/// The kinds of letters, and the parties, that there are.
[[nodiscard]] bool is_letter_kind(std::string_view kind);
[[nodiscard]] bool is_party(std::string_view party);

}  // namespace sidik::casefile
