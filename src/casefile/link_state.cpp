#include "casefile/link_state.hpp"

#include <algorithm>

namespace sidik::casefile {
namespace {

constexpr std::array<std::string_view, kLinkStates.size()> kStateWords{
    "seen", "noticed", "acknowledged", "removed_at_source", "link_dead", "blocked_in_country", "back_again"};
constexpr std::array<std::string_view, kLinkEvidences.size()> kEvidenceWords{
    "notice", "acknowledged", "says_removed", "up", "removed_at_source", "link_dead", "blocked", "undecided"};

/// What a letter does to a link at which the content still comes, as far as is known.
bool is_open(LinkState state) {
  return state == LinkState::seen || state == LinkState::noticed || state == LinkState::acknowledged ||
         state == LinkState::back;
}

LinkState after_up(LinkState state) { return is_open(state) ? state : LinkState::back; }

LinkState after_notice(LinkState state) {
  return state == LinkState::seen || state == LinkState::back ? LinkState::noticed : state;
}

}  // namespace

std::string_view word_of(LinkState state) { return kStateWords[static_cast<std::size_t>(state)]; }
std::string_view word_of(LinkEvidence evidence) { return kEvidenceWords[static_cast<std::size_t>(evidence)]; }

LinkEvidence evidence_of(Finding finding) {
  switch (finding) {
    case Finding::up:
      return LinkEvidence::up;
    case Finding::removed:
      return LinkEvidence::removed;
    case Finding::dead:
      return LinkEvidence::dead;
    case Finding::blocked:
      return LinkEvidence::blocked;
    case Finding::undecided:
      break;
  }
  return LinkEvidence::undecided;
}

LinkState next_state(LinkState state, LinkEvidence evidence) {
  switch (evidence) {
    case LinkEvidence::notice:
      return after_notice(state);
    case LinkEvidence::acknowledged:
      return is_open(state) ? LinkState::acknowledged : state;
    case LinkEvidence::says_removed:
      return state == LinkState::dead ? state : LinkState::removed;
    case LinkEvidence::up:
      return after_up(state);
    case LinkEvidence::removed:
      return LinkState::removed;
    case LinkEvidence::dead:
      return LinkState::dead;
    case LinkEvidence::blocked:
      return LinkState::blocked;
    case LinkEvidence::undecided:
      break;
  }
  return state;
}

LinkHistory LinkHistory::begin(std::string at, std::uint64_t event) {
  LinkHistory history;
  history.changes.push_back({LinkState::seen, std::move(at), event});
  return history;
}

bool LinkHistory::move(LinkEvidence evidence, const std::string& at, std::uint64_t event) {
  const LinkState to = next_state(state, evidence);
  if (to == state) return false;
  state = to;
  if (state != LinkState::blocked) blocked_in.clear();
  changes.push_back({to, at, event});
  return true;
}

bool LinkHistory::apply_letter(LinkEvidence evidence, const std::string& at, std::uint64_t event) {
  if (evidence == LinkEvidence::notice && !noticed_at) noticed_at = at;
  if (evidence == LinkEvidence::acknowledged && !acknowledged_at) acknowledged_at = at;
  return move(evidence, at, event);
}

bool LinkHistory::apply_verdict(const LinkVerdict& verdict, const std::string& at, std::uint64_t event) {
  last_looked_at = at;
  const auto before = blocked_in;
  if (verdict.finding == Finding::up && state == LinkState::blocked) {
    for (const std::string& country : verdict.countries) blocked_in.erase(country);
    if (!blocked_in.empty()) return blocked_in != before;
  }
  const bool has_moved = move(evidence_of(verdict.finding), at, event);
  if (verdict.finding == Finding::blocked) blocked_in.insert(verdict.countries.begin(), verdict.countries.end());
  return has_moved || blocked_in != before;
}

std::optional<std::string> LinkHistory::gone_at() const {
  const auto found = std::ranges::find_if(changes, [](const LinkChange& change) {
    return change.to == LinkState::removed || change.to == LinkState::dead;
  });
  if (found == changes.end()) return std::nullopt;
  return found->at;
}

}  // namespace sidik::casefile
