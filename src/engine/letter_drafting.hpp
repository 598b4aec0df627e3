#pragma once

#include <string>

#include "base/context.hpp"
#include "base/result.hpp"

namespace sidik::engine {

struct LetterDraft {
  std::string kind;  ///< as the packs have them: summons, clarification, notification, takedown, report
  std::string to;    ///< the office
  std::string from;  ///< empty: the office of who opened the case
  std::string about;
  std::string rule;   ///< of the law of the case: gives the basis, what must be said, and when it is due
  std::string basis;  ///< instead of a rule
  std::string due;    ///< a time with its zone; empty: that of the rule's clock
  std::string language = "en";
};

/// A letter of a case from its template, with the number that it will have. Nothing is filed and nothing is sent.
/// Errors   engine.letter_unknown_kind, engine.clock_rule (not_found); engine.letter_incomplete (invalid_input), naming
///          the part that is missing and how to give it.
[[nodiscard]] Result<std::string> draft_letter(const std::string& folder, const LetterDraft& draft,
                                               const Context& context);

}  // namespace sidik::engine
