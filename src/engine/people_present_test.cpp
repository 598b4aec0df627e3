#include "engine/people_present.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace sidik::engine {
namespace {

PeopleFindings example() {
  PeopleFindings findings;
  findings.rows = 3;
  findings.records = 3;
  findings.persons = 2;
  findings.person_of_row = {0, 1, 0};
  findings.explained = {{"before", "", "", -12.0}, {"nama", "exact", "B••• / B•••", 14.0}, {"total", "", "", 2.0}};
  return findings;
}

TEST(PeoplePresent, ListsRowsAndPersonsFromOne) { EXPECT_EQ(to_row_list(example()), "row,person\n1,1\n2,2\n3,1\n"); }

TEST(PeoplePresent, GivesAccuracyOnlyWithATruthColumn) {
  auto findings = example();
  auto json = nlohmann::json::parse(to_json(findings));
  EXPECT_EQ(json["persons"], 2);
  EXPECT_FALSE(json.contains("pairwise"));
  findings.evaluation.emplace();
  findings.evaluation->pairwise.f1 = 0.5;
  json = nlohmann::json::parse(to_json(findings));
  EXPECT_DOUBLE_EQ(json["pairwise"]["f1"].get<double>(), 0.5);
  EXPECT_TRUE(json["b_cubed"].contains("recall"));
}

TEST(PeoplePresent, DrawsAWaterfallOfTheWeights) {
  const std::string text = to_text(example());
  EXPECT_NE(text.find("3 rows, 3 distinct in the linkage columns, 2 persons"), std::string::npos) << text;
  EXPECT_NE(text.find("+14.00"), std::string::npos) << text;
  EXPECT_NE(text.find("B••• / B•••"), std::string::npos) << text;
}

}  // namespace
}  // namespace sidik::engine
