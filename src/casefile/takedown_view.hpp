#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/event.hpp"
#include "casefile/link_state.hpp"

namespace sidik::casefile {

/// A round of looks as it was filed, with what it showed then.
struct LinkRound {
  std::vector<LinkLook> looks;
  LinkVerdict verdict;
  bool allows_private = false;
  std::uint64_t event = 0;
};

/// A letter to or from a host.
struct LinkLetter {
  LinkEvidence says = LinkEvidence::notice;  ///< undecided: an answer that changes nothing, such as a refusal
  std::string with;                          ///< to whom or from whom
  std::string on;                            ///< its date
  std::string sha256;
  std::string number;  ///< of the letter among those of the case, P1, ...; of an answer, of the letter it answers
  std::uint64_t event = 0;
};

struct Link {
  std::string id;  ///< L1, L2, ...
  std::string url;
  std::string site;
  std::string host;
  std::string note;
  std::string known_type;  ///< of the content when it was first got; empty before
  LinkHistory history;
  std::vector<LinkRound> rounds;
  std::vector<LinkLetter> letters;
};

/// How fast a host acts.
struct HostRecord {
  std::string host;
  std::uint64_t links = 0;
  std::uint64_t noticed = 0;
  std::uint64_t gone = 0;                      ///< removed at source or dead, whenever
  std::uint64_t blocked = 0;                   ///< now
  std::uint64_t back = 0;                      ///< came back at least once
  std::vector<std::int64_t> hours_to_removal;  ///< from the first notice, whole hours, rising; only of noticed links
  std::vector<std::int64_t> hours_waiting;     ///< noticed, not gone and not back: until now
};

/// The links of a case, folded out of its events. Verdicts are computed anew from the looks, so a state never rests
/// on what somebody wrote into an event beside them.
class TakedownView {
 public:
  [[nodiscard]] static bool is_kind(std::string_view kind);
  /// Kinds   link.added, link.looked, link.noticed, link.answered; others are passed over.
  /// Errors  casefile.event_malformed (invalid_input).
  [[nodiscard]] Status apply(const Event& event);

  std::vector<Link> links;
  [[nodiscard]] const Link* link(std::string_view id_or_url) const;
  /// `now`: as events write it.
  [[nodiscard]] std::vector<HostRecord> hosts(const std::string& now) const;

 private:
  [[nodiscard]] Status add_link(const Event& event);
  [[nodiscard]] Status add_round(const Event& event);
  [[nodiscard]] Status add_letter(const Event& event);
  Link* find(const Event& event);
};

/// The seconds between two times of events; nothing when one of them is none.
[[nodiscard]] std::optional<std::int64_t> seconds_between(std::string_view from, std::string_view to);

}  // namespace sidik::casefile
