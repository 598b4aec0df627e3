#include "origin/attribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "origin/likelihood_chain.hpp"
#include "origin/support.hpp"

namespace sidik::origin {
namespace {

constexpr std::array<const char*, kGroups> kGroupWords{"columns", "formats", "codes",   "key_ranges",
                                                       "links",   "volume",  "variety", "containment"};

/// 1,000,000: how sentences of the document write numbers.
std::string grouped(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::size_t agreeing(const std::vector<Observation>& observations) {
  return static_cast<std::size_t>(std::ranges::count_if(observations, &Observation::agrees));
}

std::string columns_say(const Comparison& comparison) {
  const std::size_t own = comparison.matched.size() + comparison.missing;
  const auto by_name = std::ranges::count_if(comparison.matched, &MatchedColumn::is_same_name);
  const std::string here =
      comparison.has_names ? fmt::format("{} of its {} columns are here, {} of them under their own name",
                                         comparison.matched.size(), own, by_name)
                           : fmt::format("{} of its {} columns are here, by meaning, since the header may be another's",
                                         comparison.matched.size(), own);
  return here + fmt::format("; {} columns here are none of its", comparison.foreign.size()) +
         (comparison.emptied > 0
              ? fmt::format("; {} that it always fills are in the table and empty here", comparison.emptied)
              : std::string());
}

std::string group_says(const Comparison& comparison, Group group) {
  const auto of = [](const std::vector<Observation>& all, const char* what) {
    return fmt::format("{} of {} {}", agreeing(all), all.size(), what);
  };
  switch (group) {
    case Group::columns:
      return columns_say(comparison);
    case Group::formats:
      return of(comparison.formats, "columns are written as it writes them");
    case Group::codes:
      return of(comparison.codes, "code lists are its own");
    case Group::key_ranges:
      return of(comparison.key_ranges, "key ranges and periods agree");
    case Group::links:
      return of(comparison.links, "links between columns agree");
    case Group::variety:
      return fmt::format("{} of {} columns that vary in it hold one value here", comparison.still, comparison.varying);
    case Group::containment:
      return fmt::format("{:.1f} % of the records stand in a copy that is known to be of it",
                         comparison.contained.value_or(0) * 100);
    case Group::volume:
      break;
  }
  return comparison.held ? fmt::format("it held {} records", grouped(*comparison.held)) : "its size is not known";
}

bool has_evidence(const Comparison& comparison, std::size_t group) {
  switch (static_cast<Group>(group)) {
    case Group::columns:
      return true;
    case Group::formats:
      return !comparison.formats.empty();
    case Group::codes:
      return !comparison.codes.empty();
    case Group::key_ranges:
      return !comparison.key_ranges.empty();
    case Group::links:
      return !comparison.links.empty();
    case Group::volume:
      return comparison.held.has_value();
    case Group::variety:
      return comparison.still > 0;
    case Group::containment:
      return comparison.contained.has_value();
  }
  return false;
}

double sum_of(const std::array<double, kGroups>& ratios) { return std::accumulate(ratios.begin(), ratios.end(), 0.0); }

std::vector<Comparison> compare_all(const StratumFacts& facts, std::span<const pack::OriginProfile> profiles,
                                    const ColumnBackground& background) {
  std::vector<Comparison> out;
  out.reserve(profiles.size());
  for (std::size_t p = 0; p < profiles.size(); ++p) out.push_back(compare(facts, profiles[p], p, background));
  return out;
}

findings::Origin origin_of(const std::string& id, const std::string& stratum,
                           const std::array<double, kGroups>& ratios) {
  findings::Origin out;
  out.candidate = id;
  out.stratum = stratum;
  out.log10_lr = sum_of(ratios);
  out.support = support_word(out.log10_lr);
  return out;
}

}  // namespace

Attribution::Attribution(std::span<const pack::OriginProfile> profiles) : profiles_(profiles), background_(profiles) {}

std::vector<findings::Origin> Attribution::origins_of(const StratumFacts& facts) const {
  if (profiles_.empty() || facts.columns.empty()) return {};
  const auto comparisons = compare_all(facts, profiles_, background_);
  const Hypotheses hypotheses = hypotheses_of(comparisons);
  std::vector<findings::Origin> out;
  for (std::size_t p = 0; p <= profiles_.size(); ++p) {
    const bool is_unknown = p == profiles_.size();
    const auto ratios = chained_ratios(hypotheses, p);
    auto origin = origin_of(is_unknown ? "unknown" : profiles_[p].id, facts.id, ratios);
    origin.kind = is_unknown ? "unknown" : profiles_[p].is_institution() ? "institution" : "archetype";
    if (!is_unknown) {
      origin.columns_not_held = comparisons[p].foreign.size();
      origin.never_held = comparisons[p].never_held;
    }
    for (std::size_t g = 0; g < kGroups; ++g) {
      if (is_unknown || !has_evidence(comparisons[p], g)) continue;
      origin.evidence.push_back({kGroupWords[g], ratios[g], group_says(comparisons[p], static_cast<Group>(g))});
    }
    // What a group without observations of this candidate contributes comes from the alternatives: it is kept in the
    // sum.
    if (is_unknown) {
      for (std::size_t g = 0; g < kGroups; ++g)
        origin.evidence.push_back({kGroupWords[g], ratios[g], "as the profiles leave it unexplained"});
    } else if (const double rest =
                   origin.log10_lr - std::accumulate(origin.evidence.begin(), origin.evidence.end(), 0.0,
                                                     [](double sum, const auto& each) { return sum + each.log10_lr; });
               std::abs(rest) > 1e-9) {
      origin.evidence.push_back({"others", rest, "what the other candidates explain and this profile is silent on"});
    }
    out.push_back(std::move(origin));
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, &findings::Origin::log10_lr);
  return out;
}

std::vector<double> Attribution::ratios_of(const StratumFacts& facts) const {
  const Hypotheses hypotheses = hypotheses_of(compare_all(facts, profiles_, background_));
  std::vector<double> out;
  for (std::size_t p = 0; p <= profiles_.size(); ++p) out.push_back(sum_of(chained_ratios(hypotheses, p)));
  return out;
}

}  // namespace sidik::origin
