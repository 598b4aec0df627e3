#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "casefile/clocks.hpp"
#include "engine/case_access.hpp"
#include "pack/law.hpp"

namespace sidik::engine {

/// Which clocks are asked for, as written on the command line.
struct ClockRequest {
  std::string folder;               ///< of a case, whose facts count first; may be empty
  std::vector<std::string> laws;    ///< countries; empty: that of the case
  std::vector<std::string> events;  ///< aware=2021-05-20T09:00+07:00
  std::vector<std::string> is;      ///< conditions that hold
  std::vector<std::string> is_not;  ///< conditions that do not
  std::optional<std::uint64_t> persons;
  std::vector<std::string> met;  ///< id.pm20-28=2021-06-01T10:00+07:00
  std::string at;                ///< the moment that is asked of; empty: now
  std::string packs_directory;
};

/// The clocks of one law. The clocks point into the law.
struct LawClocks {
  std::shared_ptr<const pack::Law> law;
  std::vector<casefile::Clock> clocks;
  text::Instant at;
};

/// Errors   engine.clock_option (usage) for what cannot be read, with its form; those of pack::load_law and of a case.
[[nodiscard]] Result<std::vector<LawClocks>> list_clocks(const ClockRequest& request, const Context& context);

/// Files that something happened from which clocks run.
[[nodiscard]] Status file_milestone(const CaseAccess& access, const std::string& name, const std::string& at,
                                    const Context& context);
/// Files that a condition was decided; `persons` takes a number, all others yes or no.
[[nodiscard]] Status file_condition(const CaseAccess& access, const std::string& name, const std::string& value,
                                    const Context& context);
/// Files that a duty was done. `evidence`: the letter or the exhibit that shows it.
/// Errors   engine.clock_rule (not_found): the law of the case has no such rule.
[[nodiscard]] Status file_duty_met(const CaseAccess& access, const std::string& rule, const std::string& at,
                                   const std::string& evidence, const Context& context);

/// `language`: en or id.
[[nodiscard]] std::string to_text(const std::vector<LawClocks>& laws, const std::string& language);
[[nodiscard]] std::string to_json(const std::vector<LawClocks>& laws);
/// The rules of a country, with their sources and marks. Errors of pack::load_law.
[[nodiscard]] Result<std::string> rules_of(const std::string& country, const std::string& packs_directory,
                                           const std::string& language);
[[nodiscard]] std::vector<std::string> countries_with_law();

}  // namespace sidik::engine
