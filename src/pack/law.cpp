#include "pack/law.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include <fmt/format.h>

#include "pack/embedded.hpp"
#include "pack/pack_files.hpp"
#include "pack/toml_reader.hpp"
#include "text/instant.hpp"

namespace sidik::pack {
namespace {

using Need = TomlReader::Need;

constexpr std::string_view kRulesFile = "rules.toml";
constexpr std::string_view kHolidaysFile = "holidays.toml";
constexpr std::array<std::string_view, 4> kUnits = {"hours", "days", "working_days", "immediately"};
constexpr std::array<std::string_view, 5> kMarks = {"H", "M", "L", "K", "INF"};

template <std::size_t Size>
void must_be_one_of(TomlReader& reader, const char* key, const std::string& value,
                    const std::array<std::string_view, Size>& allowed) {
  if (std::ranges::find(allowed, value) == allowed.end())
    reader.fault(key, fmt::format("must be one of {}", fmt::join(allowed, ", ")));
}

void read_day(TomlReader& reader, const char* key, std::optional<std::chrono::sys_days>& out) {
  std::string written;
  if (!reader.text(key, written)) return;
  out = text::parse_day(written);
  if (!out) reader.fault(key, "must be a day such as 2022-10-17");
}

void read_count(TomlReader& reader, const char* key, std::optional<std::uint32_t>& out) {
  std::uint32_t number = 0;
  if (reader.number(key, number)) out = number;
}

Result<LawRule> read_rule(std::string_view path, const toml::table& table) {
  TomlReader reader(path, table);
  LawRule rule;
  reader.text("id", rule.id, Need::required);
  reader.text("law", rule.law, Need::required);
  reader.text("article", rule.article);
  reader.languages("says", rule.says);
  reader.text("starts", rule.starts, Need::required);
  reader.number("amount", rule.amount, Need::required);
  reader.text("unit", rule.unit, Need::required);
  reader.text("stage", rule.stage);
  reader.text("duty_of", rule.duty_of);
  reader.texts("to", rule.to, Need::required);
  reader.texts("content", rule.content);
  reader.texts("needs", rule.needs);
  read_count(reader, "least_persons", rule.least_persons);
  read_count(reader, "or_persons", rule.or_persons);
  read_day(reader, "valid_from", rule.valid_from);
  read_day(reader, "valid_until", rule.valid_until);
  reader.text("mark", rule.mark, Need::required);
  reader.text("start_mark", rule.start_mark);
  reader.text("source", rule.source, Need::required);
  reader.text("note", rule.note);
  constexpr std::uint32_t kMost = 10'000;
  if (rule.id.empty()) reader.fault("id", "must not be empty");
  if (!rule.says.contains("en")) reader.fault("says", "must have a sentence in en");
  must_be_one_of(reader, "unit", rule.unit, kUnits);
  must_be_one_of(reader, "mark", rule.mark, kMarks);
  if (!rule.start_mark.empty()) must_be_one_of(reader, "start_mark", rule.start_mark, kMarks);
  if (rule.amount > kMost || (rule.amount == 0) != (rule.unit == "immediately"))
    reader.fault("amount", "must be 0 with immediately, else 1 to 10000");
  SIDIK_CHECK(reader.finish());
  return rule;
}

std::unexpected<Error> malformed(std::string_view path, std::string says) {
  return fail(ErrorKind::invalid_input, "pack.malformed", fmt::format("{}: {}", path, std::move(says)),
              "see docs/formats/law.md");
}

Status read_year(std::string_view path, const toml::table& table, Law& law) {
  TomlReader reader(path, table);
  std::uint32_t year = 0;
  std::vector<std::string> days;
  HolidayYear holidays;
  reader.number("year", year, Need::required);
  reader.texts("days", days, Need::required);
  reader.text("mark", holidays.mark, Need::required);
  reader.text("source", holidays.source, Need::required);
  must_be_one_of(reader, "mark", holidays.mark, kMarks);
  for (const std::string& written : days) {
    const auto day = text::parse_day(written);
    if (!day || static_cast<int>(std::chrono::year_month_day(*day).year()) != static_cast<int>(year)) {
      reader.fault("days", "must be days of that year, such as 2021-08-17");
    } else {
      holidays.days.insert(*day);
    }
  }
  SIDIK_CHECK(reader.finish());
  if (!law.holidays.emplace(static_cast<int>(year), std::move(holidays)).second)
    return malformed(path, fmt::format("the year {} stands there twice", year));
  return {};
}

/// Countries are two small letters; nothing else becomes part of a path.
bool is_country(std::string_view name) {
  return name.size() == 2 && std::ranges::all_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Result<Law> read_rules(std::string_view path, std::string_view text) {
  SIDIK_TRY(const toml::table table, parse_toml(path, text));
  TomlReader reader(path, table);
  Law law;
  reader.text("name", law.name, Need::required);
  reader.text("time_zone", law.time_zone, Need::required);
  if (!text::TimeZone::named(law.time_zone)) reader.fault("time_zone", "must be a zone such as Asia/Jakarta");
  const auto rules = reader.tables("rule");
  SIDIK_CHECK(reader.finish());
  for (const toml::table* each : rules) {
    SIDIK_TRY(LawRule rule, read_rule(path, *each));
    if (std::ranges::find(law.rules, rule.id, &LawRule::id) != law.rules.end())
      return malformed(path, fmt::format("the rule {} stands there twice", rule.id));
    law.rules.push_back(std::move(rule));
  }
  if (law.rules.empty()) return malformed(path, "there is no rule");
  return law;
}

Status read_holidays(std::string_view path, std::string_view text, Law& law) {
  SIDIK_TRY(const toml::table table, parse_toml(path, text));
  TomlReader reader(path, table);
  const auto years = reader.tables("year");
  SIDIK_CHECK(reader.finish());
  for (const toml::table* each : years) SIDIK_CHECK(read_year(path, *each, law));
  return {};
}

Result<Law> load_law(std::string_view country, const std::string& directory) {
  SIDIK_TRY(const auto files, is_country(country) ? law_files_of_pack(country, directory)
                                                  : Result<std::vector<PackFile>>(std::vector<PackFile>()));
  const auto rules = std::ranges::find(files, kRulesFile, &PackFile::name);
  if (rules == files.end()) {
    return fail(ErrorKind::not_found, "pack.law_unknown", fmt::format("there is no law of {}", country),
                fmt::format("there are: {}", fmt::join(countries_with_law(directory), ", ")));
  }
  SIDIK_TRY(Law law, read_rules(rules->path, rules->text));
  law.country = std::string(country);
  const auto holidays = std::ranges::find(files, kHolidaysFile, &PackFile::name);
  if (holidays != files.end()) SIDIK_CHECK(read_holidays(holidays->path, holidays->text, law));
  return law;
}

std::vector<std::string> countries_with_law(const std::string& directory) {
  std::vector<std::string> out;
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) {
      std::string country(1, first);
      country.push_back(second);
      const auto files = law_files_of_pack(country, directory);
      if (files && std::ranges::find(*files, kRulesFile, &PackFile::name) != files->end()) out.push_back(country);
    }
  }
  return out;
}

}  // namespace sidik::pack
