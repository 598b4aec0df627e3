#include <gtest/gtest.h>

#include "calls.hpp"
#include "fit.hpp"
#include "reliability.hpp"

namespace sidik::bench {
namespace {

const pack::Pack& test_pack() {
  static const pack::Pack kLoaded = [] {
    const std::string names[] = {"id"};
    auto pack = pack::load_pack(names);
    return pack ? std::move(*pack) : pack::Pack{};
  }();
  return kLoaded;
}

const World& test_world() {
  static const auto kWorld = World::create(test_pack());
  return **kWorld;
}

Reliability measure(const std::vector<Call>& calls) {
  std::vector<Forecast> forecasts;
  for (const Call& call : calls) {
    if (call.is_call()) forecasts.push_back({call.confidence, call.right});
  }
  return measure_reliability(std::move(forecasts));
}

TEST(Calibration, HoldsOnSeedsAndKindsThatWereNotFitted) {
  auto calls = rehearse_calls(test_world(), test_pack(), true, kTestSeeds, 16);
  const auto others = rehearse_calls(test_world(), test_pack(), false, kTestSeeds, 8);
  calls.insert(calls.end(), others.begin(), others.end());
  const Reliability found = measure(calls);
  std::fputs(reliability_text("all", found).c_str(), stdout);
  EXPECT_GT(found.count, 1000U);
  EXPECT_GT(found.accuracy, 0.7);
  EXPECT_LT(found.width_error, 0.08);
  EXPECT_LT(found.mass_error, 0.08);
}

TEST(RehearsedTable, IsTheSameForTheSameSeed) {
  const SchemaKind& kind = schema_kinds()[0];
  const RehearsedTable one = rehearse_table(test_world(), test_pack(), kind, 5);
  const RehearsedTable two = rehearse_table(test_world(), test_pack(), kind, 5);
  ASSERT_EQ(one.columns.size(), two.columns.size());
  for (std::size_t c = 0; c < one.columns.size(); ++c) {
    EXPECT_EQ(one.columns[c].header, two.columns[c].header);
    EXPECT_EQ(one.columns[c].values, two.columns[c].values);
  }
}

TEST(RehearsedTable, KnowsEveryConceptAndMeaningThatItNames) {
  for (const SchemaKind& kind : schema_kinds()) {
    for (const std::string_view list : {std::string_view(kind.usual), std::string_view(kind.possible)}) {
      if (list.empty() || list == "*") continue;
      for (const std::string_view name : parts_of(list))
        EXPECT_NE(find_concept(name), nullptr) << kind.name << ' ' << name;
    }
  }
  for (const Concept& each : all_concepts()) {
    for (const std::string_view list : {std::string_view(each.accepted), std::string_view(each.blind)}) {
      if (list.empty()) continue;
      for (const std::string_view meaning : parts_of(list))
        EXPECT_NE(test_pack().meaning(meaning), nullptr) << each.name << ' ' << meaning;
    }
  }
}

TEST(Reliability, IsZeroForHonestAndLargeForBoastfulForecasts) {
  std::vector<Forecast> honest;
  std::vector<Forecast> boastful;
  for (int i = 0; i < 1000; ++i) {
    honest.push_back({0.7, i % 10 < 7});
    boastful.push_back({0.99, i % 10 < 7});
  }
  EXPECT_NEAR(measure_reliability(honest).width_error, 0, 1e-9);
  EXPECT_NEAR(measure_reliability(honest).brier, 0.21, 1e-9);
  EXPECT_NEAR(measure_reliability(boastful).width_error, 0.29, 1e-9);
  EXPECT_NEAR(measure_reliability(boastful).accuracy, 0.7, 1e-9);
  EXPECT_EQ(measure_reliability({}).count, 0U);
}

TEST(Fit, RisesAndMeetsTheSharesItSaw) {
  std::vector<Call> calls;
  for (int i = 0; i < 4000; ++i) {
    const double score = i % 8;
    Call call;
    call.called = "person.name";
    call.grounds = {"values", 100, score};
    call.right = i / 8 % 8 < i % 8 + 1;
    calls.push_back(std::move(call));
  }
  const auto curves = fit_curves(calls);
  ASSERT_EQ(curves.size(), 1U);
  pack::Pack pack;
  pack.calibration = curves;
  EXPECT_NEAR(identify::calibrated_confidence(pack, {"values", 100, 0}), 1.0 / 8, 0.04);
  EXPECT_NEAR(identify::calibrated_confidence(pack, {"values", 100, 5}), 6.0 / 8, 0.04);
  double before = 0;
  for (const auto& point : curves[0].points) {
    EXPECT_GE(point.probability, before);
    before = point.probability;
  }
}

}  // namespace
}  // namespace sidik::bench
