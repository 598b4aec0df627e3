#include "origin/authenticity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "origin/authenticity_model.hpp"
#include "origin/authenticity_traits.hpp"
#include "origin/checked_rows.hpp"
#include "origin/dependence.hpp"
#include "origin/support.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kLeastRows = 100;
constexpr std::size_t kLeastPairs = 3;

bool is_about_people(const SampledRows& sample) {
  return std::ranges::any_of(sample.meanings, [](const auto& column) {
    return std::ranges::any_of(std::to_array<std::string_view>({"person.", "birth.", "id.", "contact.", "relation."}),
                               [&](std::string_view family) { return column.meaning.starts_with(family); });
  });
}

std::string percent(double share) { return fmt::format("{} %", std::lround(100 * share)); }

}  // namespace

std::optional<findings::Authenticity> judge_authenticity(const SampledRows& sample, const pack::Pack& pack,
                                                         int reference_year) {
  if (sample.rows.size() < kLeastRows || !is_about_people(sample)) return std::nullopt;
  findings::Authenticity out;
  const auto add = [&out](const char* group, double decades, std::string says) {
    out.evidence.push_back({group, decades, std::move(says)});
    out.log10_lr += decades;
  };
  const CheckedRows checked = check_rows(sample, pack, reference_year);
  if (checked.agreement) {
    add("agreement", decades_of(*checked.agreement, kAgreement),
        fmt::format("of {1} rules between columns the weakest holds in {0} of what chance leaves open",
                    percent(std::clamp(*checked.agreement, 0.0, 1.0)), checked.rules));
  }
  if (const DependentPairs pairs = dependent_pairs(sample, pack); pairs.asked >= kLeastPairs) {
    const auto& model = pairs.asked < kFewPairs ? kDependenceOfFew : kDependence;
    add("dependence", decades_of(static_cast<double>(pairs.dependent), model),
        fmt::format("{} of {} pairs of columns depend on each other", pairs.dependent, pairs.asked));
  }
  if (const auto tied = name_ties(sample, pack)) {
    add("names", decades_of(*tied, kNameTies),
        fmt::format("names hang together with {} of e-mail, sex and printed name", percent(*tied)));
  }
  if (checked.not_issued) {
    add("issued", decades_of(*checked.not_issued, kNotIssued),
        fmt::format("{} of the numbers that can be checked were never given out", percent(*checked.not_issued)));
  }
  if (const auto low = low_serials(sample, pack)) {
    add("serials", decades_of(*low, kLowSerials),
        fmt::format("{} of the serials are in the lowest hundredth of their range", percent(*low)));
  }
  if (const auto heaped = birth_heaping(sample, pack, reference_year)) {
    add("births", decades_of(*heaped, kHeaping),
        fmt::format("births on days that stand for unknown ones are {:.1f} times as many as on others", *heaped));
  }
  if (const auto uneven = uneven_hours(sample, pack)) {
    add("hours", decades_of(*uneven, kHours),
        fmt::format("{} of the times would have to move to make the hours even", percent(*uneven)));
  }
  if (const auto still = still_columns(sample)) {
    add("variety", decades_of(*still, kStill),
        fmt::format("{} of the columns about people and their rows hold one value", percent(*still)));
  }
  if (const auto sharing = family_sharing(sample)) {
    add("families", decades_of(*sharing, kSharing),
        fmt::format("persons share families {:.1f} times as often as in a register with few of them", *sharing));
  }
  if (out.evidence.empty()) return std::nullopt;
  out.log10_lr = std::clamp(out.log10_lr, -kMostDecades, kMostDecades);
  out.support = support_word(out.log10_lr);
  return out;
}

}  // namespace sidik::origin
