#include "origin/authenticity_traits.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "text/dates.hpp"
#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kLeastValues = 100;
constexpr std::size_t kLeastBirths = 1000;
constexpr int kPivot = 2049;  ///< of years of two digits, where only the hour matters

template <class HasMeaning>
std::vector<std::size_t> columns_with(const SampledRows& sample, HasMeaning has_meaning) {
  std::vector<std::size_t> out;
  for (std::size_t c = 0; c < sample.meanings.size(); ++c) {
    if (has_meaning(std::string_view(sample.meanings[c].meaning))) out.push_back(c);
  }
  return out;
}

std::vector<std::size_t> columns_meaning(const SampledRows& sample, std::string_view meaning) {
  return columns_with(sample, [meaning](std::string_view of) { return of == meaning; });
}

}  // namespace

std::optional<double> low_serials(const SampledRows& sample, const pack::Pack& pack) {
  std::uint64_t low = 0;
  std::uint64_t all = 0;
  for (const std::size_t c : columns_meaning(sample, "id.national")) {
    const auto* identifier = pack.identifier(sample.meanings[c].identifier);
    if (identifier == nullptr || identifier->lengths.size() != 1) continue;
    const auto part = std::ranges::find(identifier->parts, "serial", &pack::IdentifierPart::name);
    if (part == identifier->parts.end() || part->length < 3 || part->length > 9) continue;
    for (const auto* row : sample.rows) {
      const std::string_view field = text::trim(row->field(c));
      if (field.size() != identifier->lengths.front() || !std::ranges::all_of(field, text::is_digit)) continue;
      ++all;
      const std::string_view serial = field.substr(part->at, part->length - 2);
      low += std::ranges::all_of(serial, [](char digit) { return digit == '0'; }) ? 1 : 0;
    }
  }
  if (all < kLeastValues) return std::nullopt;
  return static_cast<double>(low) / static_cast<double>(all);
}

std::optional<double> birth_heaping(const SampledRows& sample, const pack::Pack& pack, int reference_year) {
  std::uint64_t heaped = 0;
  std::uint64_t all = 0;
  for (const std::size_t c : columns_meaning(sample, "birth.date")) {
    for (const auto* row : sample.rows) {
      const auto read =
          text::parse_date(row->field(c), sample.meanings[c].date_order, pack.months, reference_year % 100 + 2000);
      if (!read) continue;
      const text::Date& date = read->date;
      const bool starts_half = date.day == 1 && (date.month == 1 || date.month == 7);
      ++all;
      heaped += starts_half || (date.day == 31 && date.month == 12) ? 1 : 0;
    }
  }
  if (all < kLeastBirths) return std::nullopt;
  return static_cast<double>(heaped) / (3.0 / 365.25 * static_cast<double>(all));
}

std::optional<double> uneven_hours(const SampledRows& sample, const pack::Pack& pack) {
  std::optional<double> most;
  for (const std::size_t c : columns_with(sample, [](std::string_view meaning) {
         return meaning == "record.created" || meaning == "record.updated" || meaning == "date.status" ||
                meaning == "account.last_login";
       })) {
    std::array<double, 24> hours{};
    double all = 0;
    double midnight = 0;
    for (const auto* row : sample.rows) {
      const auto read = text::parse_date(row->field(c), sample.meanings[c].date_order, pack.months, kPivot);
      if (!read || read->second_of_day < 0) continue;
      ++hours[std::min<std::size_t>(static_cast<std::size_t>(read->second_of_day / 3600), 23)];
      ++all;
      midnight += read->second_of_day == 0 ? 1 : 0;
    }
    // Days written with a time that nobody took say nothing.
    if (all < static_cast<double>(kLeastValues) || midnight > 0.5 * all) continue;
    double apart = 0;
    for (const double count : hours) apart += std::abs(count / all - 1.0 / 24);
    // What chance alone makes of even hours.
    const double by_chance = 24 * std::sqrt(2.0 / 3.14159 / 24 / all) / 2;
    most = std::max(most.value_or(0), std::max(0.0, apart / 2 - by_chance));
  }
  return most;
}

std::optional<double> still_columns(const SampledRows& sample) {
  constexpr double kOneValue = 0.99;
  const auto columns = columns_with(sample, [](std::string_view meaning) {
    return meaning == "person.sex" || meaning == "person.religion" || meaning == "person.marital_status" ||
           meaning == "person.blood_group" || meaning == "relation.family" || meaning == "record.author" ||
           meaning == "record.editor" || meaning == "office.code" || meaning.starts_with("status.") ||
           meaning == "date.start" || meaning == "date.end";
  });
  std::size_t asked = 0;
  std::size_t still = 0;
  for (const std::size_t c : columns) {
    std::unordered_map<std::string_view, std::size_t> values;
    std::size_t filled = 0;
    for (const auto* row : sample.rows) {
      if (row->field(c).empty()) continue;
      ++filled;
      ++values[row->field(c)];
    }
    if (filled < kLeastValues) continue;
    ++asked;
    const auto largest = std::ranges::max_element(values, {}, [](const auto& value) { return value.second; });
    still += static_cast<double>(largest->second) >= kOneValue * static_cast<double>(filled) ? 1 : 0;
  }
  constexpr std::size_t kLeastColumns = 3;
  if (asked < kLeastColumns) return std::nullopt;
  return static_cast<double>(still) / static_cast<double>(asked);
}

std::optional<double> family_sharing(const SampledRows& sample) {
  const auto persons = columns_with(sample, [](std::string_view meaning) {
    return meaning == "id.national" || meaning == "person.name" || meaning == "id.member";
  });
  if (persons.empty()) return std::nullopt;
  std::optional<double> most;
  for (const std::size_t c : columns_with(sample, [](std::string_view meaning) {
         return meaning == "id.family" || meaning == "id.member_head" || meaning == "contact.address";
       })) {
    std::unordered_map<std::string_view, std::set<std::string_view>> families;
    std::size_t filled = 0;
    for (const auto* row : sample.rows) {
      const std::string_view family = row->field(c);
      const std::string_view person = row->field(persons.front());
      if (family.empty() || person.empty()) continue;
      ++filled;
      families[family].insert(person);
    }
    std::size_t sharing = 0;
    for (const auto& [family, members] : families) sharing += members.size() > 1 ? members.size() : 0;
    // Of a family of three, another is in the sample with this chance; a third of the register lives in such.
    const double missed = 1 - std::min(1.0, sample.share);
    const double expected = static_cast<double>(filled) * (1 - missed * missed) / 3;
    constexpr double kLeastExpected = 20;
    if (expected < kLeastExpected) continue;
    most = std::max(most.value_or(0), static_cast<double>(sharing) / expected);
  }
  return most;
}

}  // namespace sidik::origin
