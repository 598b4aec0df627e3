#include "casefile/correspondence.hpp"

#include <algorithm>
#include <array>

#include "casefile/event_parts.hpp"

namespace sidik::casefile {
namespace {

constexpr std::array<std::string_view, 6> kKinds = {"summons",      "clarification", "takedown",
                                                    "notification", "report",        "other"};
constexpr std::array<std::string_view, 6> kParties = {"custodian", "authority", "host", "police", "press", "vendor"};

}  // namespace

bool is_letter_kind(std::string_view kind) { return std::ranges::find(kKinds, kind) != kKinds.end(); }
bool is_party(std::string_view party) { return std::ranges::find(kParties, party) != kParties.end(); }

bool Correspondence::is_kind(std::string_view kind) { return kind == "letter.sent" || kind == "letter.answered"; }

Status Correspondence::apply(const Event& event) {
  const std::string id = text_of(event, "id");
  const auto found = std::ranges::find(letters, id, &Letter::id);
  if (event.kind == "letter.answered") {
    if (found == letters.end()) return malformed(event, "id");
    found->answered = text_of(event, "when").empty() ? event.at : text_of(event, "when");
    found->answer = text_of(event, "says");
    return {};
  }
  if (id.empty() || found != letters.end()) return malformed(event, "id");
  Letter letter{id,
                text_of(event, "kind"),
                text_of(event, "party"),
                text_of(event, "to"),
                text_of(event, "basis"),
                text_of(event, "about"),
                text_of(event, "due"),
                text_of(event, "when").empty() ? event.at : text_of(event, "when"),
                text_of(event, "sha256"),
                {},
                {},
                event.number};
  if (!is_letter_kind(letter.kind)) return malformed(event, "kind");
  if (letter.to.empty()) return malformed(event, "office");
  letters.push_back(std::move(letter));
  return {};
}

const Letter* Correspondence::letter(std::string_view id) const {
  const auto found = std::ranges::find(letters, id, &Letter::id);
  return found != letters.end() ? &*found : nullptr;
}

}  // namespace sidik::casefile
