#include "origin/attribution.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "origin/facts_gatherer.hpp"
#include "origin/likelihood_chain.hpp"
#include "origin/real_pack_for_test.hpp"

namespace sidik::origin {
namespace {

/// Facts of a table with the columns of a profile as it describes them, without values.
StratumFacts facts_like(const pack::OriginProfile& profile) {
  StratumFacts facts;
  facts.id = "1";
  facts.records = 1000;
  for (const auto& column : profile.columns) {
    ColumnFacts& seen = facts.columns.emplace_back();
    seen.name = column.name;
    seen.meaning = column.meaning;
    seen.filled = 1;
  }
  return facts;
}

const pack::OriginProfile& profile(const char* id) {
  return *std::ranges::find(real_pack().origins, id, &pack::OriginProfile::id);
}

const findings::Origin& of(const std::vector<findings::Origin>& origins, const char* id) {
  return *std::ranges::find(origins, id, &findings::Origin::candidate);
}

TEST(Attribution, KnowsEachProfileByItsOwnColumns) {
  const Attribution attribution(real_pack().origins);
  for (const auto& each : real_pack().origins) {
    EXPECT_EQ(attribution.origins_of(facts_like(each)).front().candidate, each.id);
  }
}

TEST(Attribution, ExcludesTheRegistryByWhatItNeverHolds) {
  const auto origins = Attribution(real_pack().origins).origins_of(facts_like(profile("id.bpjs-kesehatan")));
  EXPECT_EQ(origins.front().candidate, "id.bpjs-kesehatan");
  EXPECT_GT(origins.front().log10_lr, 4);
  const auto& registry = of(origins, "id.dukcapil");
  EXPECT_LT(registry.log10_lr, -2);
  EXPECT_GE(registry.never_held.size(), 5U);
}

TEST(Attribution, EvidenceAddsUpToTheRatio) {
  const auto origins = Attribution(real_pack().origins).origins_of(facts_like(profile("kind.payroll")));
  ASSERT_EQ(origins.size(), real_pack().origins.size() + 1);
  for (const auto& origin : origins) {
    const double sum = std::accumulate(origin.evidence.begin(), origin.evidence.end(), 0.0,
                                       [](double so_far, const auto& each) { return so_far + each.log10_lr; });
    EXPECT_NEAR(sum, origin.log10_lr, 1e-6) << origin.candidate;
  }
}

TEST(Attribution, PrefersTheUnknownForColumnsOfNobody) {
  StratumFacts facts;
  facts.id = "1";
  facts.records = 500;
  for (const char* name : {"qx1", "zebra_count", "ktm", "valve", "torque_nm", "bolt", "lane", "site_temp"}) {
    ColumnFacts& column = facts.columns.emplace_back();
    column.name = name;
    column.meaning = "measure.number";
    column.filled = 1;
  }
  EXPECT_EQ(Attribution(real_pack().origins).origins_of(facts).front().candidate, "unknown");
}

/// A stratum beside others, in the columns of a profile.
StratumFacts facts_beside(const pack::OriginProfile& profile) {
  StratumFacts facts = facts_like(profile);
  facts.is_beside_others = true;
  facts.names_are_its_own = false;
  for (ColumnFacts& column : facts.columns) {
    column.values = 500;
    column.codes = {{"1", 0.6}, {"2", 0.4}};
  }
  return facts;
}

TEST(Attribution, ColumnsThatAStratumLeavesEmptySpeakAgainstWhoAlwaysFillsThem) {
  const Attribution attribution(real_pack().origins);
  const StratumFacts whole = facts_beside(profile("id.bpjs-kesehatan"));
  StratumFacts part = whole;
  for (const char* name : {"PSNOKA", "NMCETAK", "AGAMA", "FLAGTANGGUNGAN", "TMT", "TAT", "NOKA", "KDHUBKEL", "KDSTAWIN",
                           "KDNEGARA", "KDSTATUSPST", "KDKANTOR", "TSINPUT", "TSUPDATE", "USERINPUT"}) {
    auto& column = *std::ranges::find(part.columns, name, &ColumnFacts::name);
    column.filled = 0;
    column.values = 0;
    column.codes.clear();
  }
  const double of_whole = of(attribution.origins_of(whole), "id.bpjs-kesehatan").log10_lr;
  const double of_part = of(attribution.origins_of(part), "id.bpjs-kesehatan").log10_lr;
  EXPECT_GT(of_whole, 4);
  EXPECT_LT(of_part, 1);
}

TEST(Attribution, RowsFilledUpInTheFormOfASystemAreOfTheUnknown) {
  const Attribution attribution(real_pack().origins);
  StratumFacts facts = facts_beside(profile("id.bpjs-kesehatan"));
  for (ColumnFacts& column : facts.columns) column.codes = {{"1", 1.0}};
  const auto origins = attribution.origins_of(facts);
  EXPECT_EQ(origins.front().candidate, "unknown");
  EXPECT_LT(of(origins, "id.bpjs-kesehatan").log10_lr, 1);
  // A column or two may stand still in a part of a register.
  facts = facts_beside(profile("id.bpjs-kesehatan"));
  facts.columns[6].codes = {{"1", 1.0}};
  EXPECT_GT(of(attribution.origins_of(facts), "id.bpjs-kesehatan").log10_lr, 4);
}

TEST(Attribution, NeverCallsAnArchetypeAnInstitution) {
  for (const auto& each : real_pack().origins)
    EXPECT_EQ(each.id.starts_with("kind."), !each.is_institution()) << each.id;
}

/// The slow twin: the ratio of the whole, without the chain.
double whole_ratio(const Hypotheses& hypotheses, std::size_t which) {
  double first = 0;
  double first_weight = 0;
  double second = 0;
  double second_weight = 0;
  for (std::size_t h = 0; h < hypotheses.all.size(); ++h) {
    const auto& each = hypotheses.all[h];
    const double likelihood = std::exp(std::accumulate(each.logs.begin(), each.logs.end(), 0.0));
    const bool is_first = which == hypotheses.candidates ? h >= hypotheses.candidates : h == which;
    (is_first ? first : second) += each.weight * likelihood;
    (is_first ? first_weight : second_weight) += each.weight;
  }
  return std::log10(first / first_weight / (second / second_weight));
}

TEST(LikelihoodChain, MultipliesToTheRatioOfTheWhole) {
  std::vector<Comparison> comparisons(4);
  for (std::size_t c = 0; c < comparisons.size(); ++c) {
    comparisons[c].matched.resize(c + 1, {0, 0, true, 30.0, 4.0});
    comparisons[c].missing = 3;
    comparisons[c].formats = {{1.5, true}, {0.2, false}};
    comparisons[c].codes.resize(c, {3.0, true});
    comparisons[c].volume = 0.1 * static_cast<double>(c);
  }
  const Hypotheses hypotheses = hypotheses_of(comparisons);
  for (std::size_t which = 0; which <= 4; ++which) {
    const auto groups = chained_ratios(hypotheses, which);
    EXPECT_NEAR(std::accumulate(groups.begin(), groups.end(), 0.0), whole_ratio(hypotheses, which), 1e-9);
  }
}

}  // namespace
}  // namespace sidik::origin
