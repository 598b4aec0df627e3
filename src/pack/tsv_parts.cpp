#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pack/pack_parts.hpp"
#include "pack/tsv.hpp"
#include "text/letters.hpp"

namespace sidik::pack {
namespace {

constexpr std::array<std::string_view, 6> kAreaColumns{"code", "name", "kind", "first_year", "last_year", "population"};
constexpr std::array<std::string_view, 2> kAreaNameColumns{"code", "name"};
constexpr std::array<std::string_view, 3> kNameColumns{"token", "use", "sex"};
constexpr std::array<std::string_view, 8> kPhoneColumns{"country", "calling_code", "trunk_prefix", "shortest",
                                                        "longest", "mobile",       "fixed",        "other"};
constexpr std::array<std::string_view, 3> kOperatorColumns{"country", "prefix", "operator"};

constexpr std::size_t kExpectedAreas = 9000;
constexpr std::size_t kExpectedNames = 30000;
constexpr std::size_t kLongestPrefix = 15;

bool is_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, text::is_digit); }

Status take_area(const PartSource& source, const TsvRow& row, Pack& into) {
  const auto fault = [&](std::size_t column, std::string_view says) {
    return malformed(source.path, row.line, kAreaColumns[column], says);
  };
  Area area{.code = std::string(row.fields[0]), .name = std::string(row.fields[1]), .kind = std::string(row.fields[2])};
  if (!is_digits(area.code) || area.code.size() > 10) return fault(0, "must be at most 10 digits");
  if (area.name.empty()) return fault(1, "is empty");
  if (area.kind.empty()) return fault(2, "is empty");
  SIDIK_TRY(const std::uint64_t first, number_field(source.path, row.line, "first_year", row.fields[3], 0));
  SIDIK_TRY(const std::uint64_t last, number_field(source.path, row.line, "last_year", row.fields[4], 0));
  SIDIK_TRY(area.population, number_field(source.path, row.line, "population", row.fields[5], 0));
  if (first > last || last > 9999) return fault(4, "must be a year, not before first_year");
  area.first_year = static_cast<std::uint16_t>(first);
  area.last_year = static_cast<std::uint16_t>(last);
  const std::size_t index = into.areas.size();
  if (!into.area_by_code.emplace(area.code, index).second) return fault(0, "stands twice");
  into.areas_by_name[text::fold_plain(area.name)].push_back(index);
  into.areas.push_back(std::move(area));
  return {};
}

Status take_area_name(const PartSource& source, const TsvRow& row, Pack& into) {
  const auto found = into.area_by_code.find(std::string(row.fields[0]));
  if (found == into.area_by_code.end()) return malformed(source.path, row.line, "code", "is in no areas.tsv");
  std::string name = text::fold_plain(row.fields[1]);
  if (name.empty()) return malformed(source.path, row.line, "name", "is empty");
  auto& indices = into.areas_by_name[std::move(name)];
  if (std::ranges::find(indices, found->second) == indices.end()) indices.push_back(found->second);
  return {};
}

void add_name(Pack& into, NameToken token) {
  const auto [found, is_new] = into.name_tokens.try_emplace(token.token, token);
  if (is_new) return;
  NameToken& known = found->second;
  // Sex belongs to the use as a given name; a family name says nothing about it.
  if (token.given) known.sex = known.given && known.sex != token.sex ? char{0} : token.sex;
  known.given = known.given || token.given;
  known.family = known.family || token.family;
}

Status take_name(const PartSource& source, const TsvRow& row, Pack& into) {
  const std::string_view use = row.fields[1];
  const std::string_view sex = row.fields[2];
  if (use != "g" && use != "f" && use != "b") return malformed(source.path, row.line, "use", "must be g, f or b");
  if (sex != "m" && sex != "f" && !sex.empty()) return malformed(source.path, row.line, "sex", "must be m, f or empty");
  NameToken token{.token = text::fold(row.fields[0]), .given = use != "f", .family = use != "g", .sex = 0};
  if (token.token.empty()) return malformed(source.path, row.line, "token", "is empty");
  if (token.given && !sex.empty()) token.sex = sex[0];
  std::string plain = text::fold_plain(token.token);
  if (plain != token.token)
    add_name(into, {.token = std::move(plain), .given = token.given, .family = token.family, .sex = token.sex});
  add_name(into, std::move(token));
  return {};
}

Status take_phone(const PartSource& source, const TsvRow& row, Pack& into) {
  const auto fault = [&](std::size_t column, std::string_view says) {
    return malformed(source.path, row.line, kPhoneColumns[column], says);
  };
  PhonePlan plan;
  plan.country = row.fields[0];
  plan.calling_code = row.fields[1];
  plan.trunk_prefix = row.fields[2];
  if (plan.country.size() != 2 || !std::ranges::all_of(plan.country, text::is_upper))
    return fault(0, "must be two capitals");
  if (!is_digits(plan.calling_code) || plan.calling_code.size() > 3) return fault(1, "must be one to three digits");
  if (std::ranges::find(into.phone_plans, plan.country, &PhonePlan::country) != into.phone_plans.end()) {
    return fault(0, "stands twice");
  }
  SIDIK_TRY(const std::uint64_t shortest, number_field(source.path, row.line, "shortest", row.fields[3], 0));
  SIDIK_TRY(const std::uint64_t longest, number_field(source.path, row.line, "longest", row.fields[4], 0));
  if (shortest == 0 || shortest > longest || longest > 20) return fault(4, "must be 1 to 20, not below shortest");
  plan.shortest = static_cast<std::uint32_t>(shortest);
  plan.longest = static_cast<std::uint32_t>(longest);
  std::size_t column = 5;
  for (DigitPattern* pattern : {&plan.mobile, &plan.fixed, &plan.other}) {
    auto compiled = DigitPattern::compile(row.fields[column]);
    if (!compiled) return fault(column, compiled.error().what);
    *pattern = std::move(*compiled);
    ++column;
  }
  into.phone_plans.push_back(std::move(plan));
  return {};
}

Status take_operator(const PartSource& source, const TsvRow& row, Pack& into) {
  const auto found = std::ranges::find(into.phone_plans, row.fields[0], &PhonePlan::country);
  if (found == into.phone_plans.end()) return malformed(source.path, row.line, "country", "has no numbering plan");
  if (!is_digits(row.fields[1]) || row.fields[1].size() > kLongestPrefix) {
    return malformed(source.path, row.line, "prefix", "must be digits");
  }
  if (row.fields[2].empty()) return malformed(source.path, row.line, "operator", "is empty");
  if (!found->operator_of.emplace(row.fields[1], row.fields[2]).second) {
    return malformed(source.path, row.line, "prefix", "stands twice");
  }
  found->mobile_prefixes.emplace_back(row.fields[1]);
  return {};
}

template <class Take>
Status read_rows(const PartSource& source, std::span<const std::string_view> columns, Pack& into, Take take) {
  return read_tsv(source.path, source.text, columns, [&](const TsvRow& row) { return take(source, row, into); });
}

}  // namespace

Status read_areas(const PartSource& source, Pack& into) {
  into.areas.reserve(into.areas.size() + kExpectedAreas);
  into.area_by_code.reserve(into.areas.size() + kExpectedAreas);
  into.areas_by_name.reserve(into.areas.size() + kExpectedAreas);
  return read_rows(source, kAreaColumns, into, take_area);
}

Status read_area_names(const PartSource& source, Pack& into) {
  return read_rows(source, kAreaNameColumns, into, take_area_name);
}

Status read_names(const PartSource& source, Pack& into) {
  into.name_tokens.reserve(kExpectedNames);
  return read_rows(source, kNameColumns, into, take_name);
}

Status read_phones(const PartSource& source, Pack& into) { return read_rows(source, kPhoneColumns, into, take_phone); }

Status read_operators(const PartSource& source, Pack& into) {
  return read_rows(source, kOperatorColumns, into, take_operator);
}

void index_phones(Pack& pack) {
  PhoneIndex index;
  index.by_country.assign(std::size_t{26} * 26, PhoneIndex::kNone);
  index.by_calling_code.resize(1000);
  for (std::size_t at = 0; at < pack.phone_plans.size() && at < PhoneIndex::kNone; ++at) {
    const PhonePlan& plan = pack.phone_plans[at];
    const auto letter = [&](std::size_t place) { return static_cast<std::size_t>(plan.country[place] - 'A'); };
    index.by_country[letter(0) * 26 + letter(1)] = static_cast<std::uint16_t>(at);
    std::size_t code = 0;
    for (const char digit : plan.calling_code) code = code * 10 + static_cast<std::size_t>(digit - '0');
    index.by_calling_code[code].push_back(static_cast<std::uint16_t>(at));
  }
  pack.phone_index = std::move(index);
}

}  // namespace sidik::pack
