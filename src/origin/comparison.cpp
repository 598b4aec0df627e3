#include "origin/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "origin/column_match.hpp"
#include "origin/observations.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kMostColumns = 256;
/// A column of a merged dump that a stratum leaves empty is none of its columns.
constexpr double kLeastFilled = 0.01;
constexpr double kSameMeaning = 0.86;
constexpr double kNearMeaning = 0.05;

/// The probability that a column of the meaning `known` is read as `seen`, over the background of `seen`.
double meaning_ratio(const std::string& seen, const std::string& known, const ColumnBackground& background) {
  if (seen == "unknown" || known == "unknown") return 0.7;
  if (seen == known) return kSameMeaning / background.of_meaning(seen);
  const auto family = [](const std::string& meaning) { return meaning.substr(0, meaning.find('.')); };
  // What is misread is mostly misread inside its family, which some ten meanings share.
  if (family(seen) == family(known)) return std::max(0.05, kNearMeaning / 10 / background.of_meaning(seen));
  return 0.015;
}

MatchedColumn pair_up(const ColumnFacts& seen, const std::string& plain, const KnownColumn& known, bool has_names,
                      const ColumnBackground& background) {
  MatchedColumn out;
  const double by_meaning = meaning_ratio(seen.meaning, known.column->meaning, background);
  out.as_renamed = by_meaning;
  if (!has_names || plain.empty()) {
    out.as_named = by_meaning;
    return out;
  }
  if (std::ranges::find(known.names, plain) != known.names.end()) {
    out.is_same_name = true;
    out.as_named = 1 / background.of_name(plain);
    return out;
  }
  const bool alike = std::ranges::any_of(known.names, [&](const auto& name) { return look_alike(name, plain); });
  out.as_renamed *= alike ? 3.0 : 0.7;
  return out;
}

struct Seen {
  std::vector<std::size_t> columns;
  std::vector<std::string> plain;
};
Seen columns_to_compare(const StratumFacts& facts) {
  Seen out;
  for (std::size_t c = 0; c < facts.columns.size() && out.columns.size() < kMostColumns; ++c) {
    if (!facts.names_are_its_own && facts.columns[c].filled < kLeastFilled) continue;
    out.columns.push_back(c);
    out.plain.push_back(plain_name(facts.columns[c].name));
  }
  return out;
}

/// What a pair gains over leaving both alone, at middling noise.
double gain_of_pair(const MatchedColumn& pair) {
  constexpr double kRenamed = 0.25;
  constexpr double kKeptOverAlone = 5;
  const double ratio = (1 - kRenamed) * pair.as_named + kRenamed * pair.as_renamed;
  return std::log(std::max(1e-9, kKeptOverAlone * ratio));
}

void match_columns(const StratumFacts& facts, const pack::OriginProfile& profile, std::size_t number,
                   const ColumnBackground& background, Comparison& out) {
  const Seen seen = columns_to_compare(facts);
  const auto& known = background.columns_of(number);
  GainTable table{seen.columns.size(), known.size(), {}};
  std::vector<MatchedColumn> pairs;
  for (std::size_t s = 0; s < seen.columns.size(); ++s) {
    for (std::size_t k = 0; k < known.size(); ++k) {
      MatchedColumn pair =
          pair_up(facts.columns[seen.columns[s]], seen.plain[s], known[k], facts.names_are_its_own, background);
      pair.seen = seen.columns[s];
      pair.known = k;
      table.gains.push_back(gain_of_pair(pair));
      pairs.push_back(pair);
    }
  }
  const auto match = best_match(table);
  out.seen = seen.columns.size();
  for (std::size_t s = 0; s < match.size(); ++s) {
    if (match[s] != kNoColumn) {
      out.matched.push_back(pairs[s * known.size() + match[s]]);
      continue;
    }
    out.foreign.push_back(seen.columns[s]);
    const std::string& meaning = facts.columns[seen.columns[s]].meaning;
    const bool is_filled = facts.columns[seen.columns[s]].filled > kLeastFilled;
    const bool is_listed = std::ranges::find(out.never_held, meaning) != out.never_held.end();
    if (is_filled && !is_listed && std::ranges::find(profile.never, meaning) != profile.never.end())
      out.never_held.push_back(meaning);
  }
  out.missing = known.size() - out.matched.size();
}

bool is_always_filled(const pack::ProfileColumn& column) {
  constexpr std::uint32_t kAlwaysPercent = 80;
  return column.filled.size() == 2 && column.filled[0] >= kAlwaysPercent;
}

/// A merged table has the profile's column, since another stratum fills it: a leak of the system would fill it too,
/// where the system always does.
void count_emptied(const StratumFacts& facts, const pack::OriginProfile& profile, Comparison& out) {
  std::vector<bool> is_matched(profile.columns.size(), false);
  for (const MatchedColumn& pair : out.matched) {
    is_matched[pair.known] = true;
    out.always += is_always_filled(profile.columns[pair.known]) ? 1 : 0;
  }
  for (const ColumnFacts& column : facts.columns) {
    if (column.filled >= kLeastFilled || column.meaning == "unknown") continue;
    for (std::size_t k = 0; k < is_matched.size(); ++k) {
      const pack::ProfileColumn& known = profile.columns[k];
      if (is_matched[k] || known.meaning != column.meaning || !is_always_filled(known)) continue;
      is_matched[k] = true;
      ++out.always;
      ++out.emptied;
      break;
    }
  }
}

/// The natural logarithm of the probability that `hits` of `all` are hit, when the rate is one of several.
double log_of_count(std::size_t hits, std::size_t all, const Rates<3>& rates) {
  std::array<double, 3> logs{};
  for (std::size_t r = 0; r < logs.size(); ++r)
    logs[r] = std::log(rates.prior[r]) + static_cast<double>(hits) * std::log(rates.rate[r]) +
              static_cast<double>(all - hits) * std::log(1 - rates.rate[r]);
  return log_sum(logs);
}

/// The mean over the rates of the product over all observations.
double mixed(std::span<const Observation> observations, const Rates<3>& changed) {
  if (observations.empty()) return 0;
  std::array<double, 3> logs{};
  for (std::size_t r = 0; r < logs.size(); ++r) {
    logs[r] = std::log(changed.prior[r]);
    for (const Observation& each : observations)
      logs[r] += std::log((1 - changed.rate[r]) * each.ratio + changed.rate[r]);
  }
  return log_sum(logs);
}

/// Columns kept or dropped, kept or renamed, and added: three rates, each with its own prior.
double columns_likelihood(const Comparison& comparison, const NoiseModel& noise) {
  std::array<double, 4> dropped{};
  std::array<double, 4> renamed{};
  std::array<double, 4> added{};
  const auto matched = static_cast<double>(comparison.matched.size());
  for (std::size_t r = 0; r < 4; ++r) {
    dropped[r] = std::log(noise.dropped.prior[r]) + matched * std::log(1 - noise.dropped.rate[r]) +
                 static_cast<double>(comparison.missing - comparison.emptied) * std::log(noise.dropped.rate[r]);
    added[r] = std::log(noise.added.prior[r]) + matched * std::log(1 - noise.added.rate[r]) +
               static_cast<double>(comparison.foreign.size()) * std::log(noise.added.rate[r]);
    renamed[r] = std::log(noise.renamed.prior[r]);
    for (const MatchedColumn& pair : comparison.matched) {
      const double rate = noise.renamed.rate[r];
      renamed[r] += std::log(std::max(1e-6, (1 - rate) * pair.as_named + rate * pair.as_renamed));
    }
  }
  // A column that the system is known not to hold needs another hand to have added it.
  constexpr double kNeverHeld = 0.15;
  const double emptied = log_of_count(comparison.emptied, comparison.always, noise.emptied);
  return log_sum(dropped) + log_sum(renamed) + log_sum(added) + emptied +
         static_cast<double>(comparison.never_held.size()) * std::log(kNeverHeld);
}

}  // namespace

Comparison compare(const StratumFacts& facts, const pack::OriginProfile& profile, std::size_t number,
                   const ColumnBackground& background) {
  Comparison out;
  out.has_names = facts.names_are_its_own;
  out.is_beside_others = facts.is_beside_others;
  match_columns(facts, profile, number, background, out);
  observe_formats(facts, profile, background, out);
  observe_codes(facts, profile, background, out);
  observe_key_ranges(facts, profile, background, out);
  observe_links(facts, profile, out);
  observe_volume(facts, profile, out);
  if (const auto found = facts.contained_in.find(profile.id); found != facts.contained_in.end())
    out.contained = found->second;
  if (!facts.is_beside_others) return out;
  observe_variety(facts, profile, out);
  count_emptied(facts, profile, out);
  return out;
}

namespace {

double containment_likelihood(const Comparison& comparison, const NoiseModel& noise) {
  if (!comparison.contained || !noise.is_the_system) return 0;
  const auto& model = kContainment;
  return *comparison.contained >= model.least_share ? std::log(model.of_the_system / model.of_another)
                                                    : std::log((1 - model.of_the_system) / (1 - model.of_another));
}

}  // namespace

std::array<double, kGroups> log_likelihoods(const Comparison& comparison, const NoiseModel& noise) {
  return {columns_likelihood(comparison, noise),
          mixed(comparison.formats, noise.reformed),
          mixed(comparison.codes, noise.recoded),
          mixed(comparison.key_ranges, noise.unmatched),
          mixed(comparison.links, noise.unmatched),
          comparison.volume,
          log_of_count(comparison.still, comparison.varying, noise.still),
          containment_likelihood(comparison, noise)};
}

}  // namespace sidik::origin
