#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "pack/law.hpp"
#include "text/instant.hpp"

namespace sidik::casefile {

/// What is known of a breach, as far as duties depend on it.
struct ClockFacts {
  std::map<std::string, text::Instant> events;  ///< aware, assessed, discovered, ordered, ...: when it happened
  std::map<std::string, bool> conditions;       ///< risk, sensitive, ...: decided; what is not here is open
  std::optional<std::uint64_t> persons;         ///< whom it concerns
  std::map<std::string, text::Instant> met;     ///< rule: when its duty was done
};

/// Where a duty stands at some moment.
struct Clock {
  enum class State {
    running,      ///< started and not done; `due` may be open where the law gives no period
    late,         ///< the time is over and it is not done
    met,          ///< done in time
    met_late,     ///< done, too late
    not_started,  ///< the event that starts it is not known
    not_applicable
  };
  const pack::LawRule* rule = nullptr;  ///< of the law that was given
  State state = State::not_started;
  std::optional<text::Instant> started;
  std::optional<text::Instant> due;  ///< the last second in which it is in time
  std::optional<text::Instant> done;
  std::string why;                     ///< why it applies, may apply or does not
  std::vector<std::string> undecided;  ///< conditions on which it hangs; it runs until they are denied
  std::vector<std::string> remarks;    ///< what is unverified, holidays that are not known
};

/// The clocks of a law at the moment `now`, one a rule, in the order of the rules.
///
/// Hours     are hours: 72 of them end 72 x 3600 seconds later, whatever clocks on walls did.
/// Days      calendar days: the day of the start counts not, the last one to its end, in the zone of the authority.
/// Working   the same, of days that are no Saturday, Sunday or holiday there. A year whose holidays are not known is
///           counted without them, and a remark says so.
/// Open      a condition that nobody has decided keeps the clock running: it is better to know too early.
/// Time      a rule counts when it is in force on the day, there, on which its clock starts.
/// Caller    `law` outlives what is returned.
[[nodiscard]] std::vector<Clock> clocks_of(const pack::Law& law, const ClockFacts& facts, text::Instant now);

[[nodiscard]] std::string_view name_of(Clock::State state);

}  // namespace sidik::casefile
