#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace sidik::pack {

/// A duty after a breach, as data; docs/formats/law.md.
struct LawRule {
  std::string id;   ///< id.pdp-46
  std::string law;  ///< UU 27/2022
  std::string article;
  std::map<std::string, std::string> says;  ///< by language: the duty in a sentence
  std::string starts;                       ///< the event that starts the clock: aware, assessed, discovered, ...
  std::uint32_t amount = 0;
  std::string unit;              ///< hours, days, working_days, immediately
  std::string stage = "notice";  ///< assessment, notice, report
  std::string duty_of = "custodian";
  std::vector<std::string> to;
  std::vector<std::string> content;            ///< what it must say
  std::vector<std::string> needs;              ///< conditions, all of them: risk, sensitive, ...
  std::optional<std::uint32_t> least_persons;  ///< and so many persons besides
  std::optional<std::uint32_t> or_persons;     ///< so many persons stand for the conditions
  std::optional<std::chrono::sys_days> valid_from;
  std::optional<std::chrono::sys_days> valid_until;  ///< the last day
  std::string mark;                                  ///< H, M, L, K: how sure the rule is
  std::string start_mark;                            ///< how sure the start is, where less than the rule
  std::string source;
  std::string note;
};

struct HolidayYear {
  std::set<std::chrono::sys_days> days;
  std::string mark;
  std::string source;
};

struct Law {
  std::string country;    ///< id
  std::string name;       ///< Indonesia
  std::string time_zone;  ///< of the authority
  std::vector<LawRule> rules;
  std::map<int, HolidayYear> holidays;
};

/// The law of a country: `law/rules.toml` of its folder in the packs, and `law/holidays.toml` where there is one.
/// Errors   pack.law_unknown (not_found), naming those that there are; pack.malformed with file, line and key;
///          pack.unreadable.
[[nodiscard]] Result<Law> load_law(std::string_view country, const std::string& directory = {});

/// The countries that have rules, ordered.
[[nodiscard]] std::vector<std::string> countries_with_law(const std::string& directory = {});

/// For tests and fuzzing. `path` is only named in errors.
[[nodiscard]] Result<Law> read_rules(std::string_view path, std::string_view text);
[[nodiscard]] Status read_holidays(std::string_view path, std::string_view text, Law& law);

}  // namespace sidik::pack
