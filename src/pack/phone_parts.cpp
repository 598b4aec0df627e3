#include <algorithm>
#include <array>

#include "pack/pack_parts.hpp"
#include "pack/tsv.hpp"
#include "text/letters.hpp"

namespace sidik::pack {
namespace {

constexpr std::array<std::string_view, 8> kPhoneColumns{"country", "calling_code", "trunk_prefix", "shortest",
                                                        "longest", "mobile",       "fixed",        "other"};
constexpr std::array<std::string_view, 3> kOperatorColumns{"country", "prefix", "operator"};
constexpr std::size_t kLongestPrefix = 15;

bool is_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, text::is_digit); }

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

}  // namespace

Status read_phones(const PartSource& source, Pack& into) {
  return read_tsv(source.path, source.text, kPhoneColumns,
                  [&](const TsvRow& row) { return take_phone(source, row, into); });
}

Status read_operators(const PartSource& source, Pack& into) {
  return read_tsv(source.path, source.text, kOperatorColumns,
                  [&](const TsvRow& row) { return take_operator(source, row, into); });
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
