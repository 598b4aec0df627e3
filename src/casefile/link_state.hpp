#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "casefile/link_verdict.hpp"

namespace sidik::casefile {

enum class LinkState { seen, noticed, acknowledged, removed, dead, blocked, back };
inline constexpr std::array kLinkStates{LinkState::seen,    LinkState::noticed, LinkState::acknowledged,
                                        LinkState::removed, LinkState::dead,    LinkState::blocked,
                                        LinkState::back};
[[nodiscard]] std::string_view word_of(LinkState state);

/// What can move a link: a filed letter, or the verdict of a round of looks.
enum class LinkEvidence {
  notice,        ///< we told the host
  acknowledged,  ///< the host answered, and has not yet acted
  says_removed,  ///< the host wrote that it has deleted it
  up,
  removed,
  dead,
  blocked,
  undecided
};
inline constexpr std::array kLinkEvidences{
    LinkEvidence::notice,  LinkEvidence::acknowledged, LinkEvidence::says_removed, LinkEvidence::up,
    LinkEvidence::removed, LinkEvidence::dead,         LinkEvidence::blocked,      LinkEvidence::undecided};
[[nodiscard]] std::string_view word_of(LinkEvidence evidence);
[[nodiscard]] LinkEvidence evidence_of(Finding finding);

/// Where a piece of evidence leads; the same state where it changes nothing. Whether content lifts a block depends on
/// where it came, so of a blocked link `up` stands here for "from all countries of the block".
[[nodiscard]] LinkState next_state(LinkState state, LinkEvidence evidence);

/// One change, with the event that is its evidence.
struct LinkChange {
  LinkState to = LinkState::seen;
  std::string at;
  std::uint64_t event = 0;
};

/// One link from first sight on. What was told and answered is kept beside the state, for a blocked link is noticed
/// too.
struct LinkHistory {
  LinkState state = LinkState::seen;
  std::vector<LinkChange> changes;  ///< the first is `seen`
  std::set<std::string> blocked_in;
  std::optional<std::string> noticed_at;  ///< the first notice
  std::optional<std::string> acknowledged_at;
  std::optional<std::string> last_looked_at;

  static LinkHistory begin(std::string at, std::uint64_t event);
  /// True when the state or the countries of a block changed.
  bool apply_letter(LinkEvidence evidence, const std::string& at, std::uint64_t event);
  bool apply_verdict(const LinkVerdict& verdict, const std::string& at, std::uint64_t event);

  /// The first time at which it was removed or dead; a block does not count.
  [[nodiscard]] std::optional<std::string> gone_at() const;

 private:
  bool move(LinkEvidence evidence, const std::string& at, std::uint64_t event);
};

}  // namespace sidik::casefile
