#include "report/overview.hpp"

#include <gtest/gtest.h>

#include "report/golden_for_test.hpp"

namespace sidik::report {
namespace {

TEST(Overview, AddsUpTablesAndExhibits) {
  findings::Document document = golden_document("rich.json");
  document.exhibits.push_back(golden_document("incomplete.json").exhibits[0]);
  const Overview overview = overview_of(document, example_pack());
  EXPECT_EQ(overview.records, 999731U + 4102U);
  EXPECT_EQ(overview.rejected, 270U);
  EXPECT_EQ(overview.tables, 2U);
  EXPECT_EQ(overview.columns, 32U);
  EXPECT_EQ(overview.recognised, 30U);
  EXPECT_EQ(overview.incomplete.size(), 1U);
  EXPECT_EQ(overview.distinct_records, 123319U);
  EXPECT_EQ(overview.bytes.total, 312004518U + 250222U);
}

TEST(Overview, NamesFirstWhatTellsWhoAPersonIs) {
  const Overview overview = overview_of(golden_document("rich.json"), example_pack());
  ASSERT_GE(overview.meanings.size(), 5U);
  EXPECT_EQ(overview.meanings[0], "id.national");
  EXPECT_EQ(overview.meanings[1], "person.name");
  EXPECT_EQ(overview.meanings[2], "birth.date");
  EXPECT_EQ(overview.meanings[3], "person.religion");
  for (const auto& meaning : overview.meanings)
    EXPECT_NE(meaning, "office.code");  // The pack says that it is not personal.
}

TEST(Overview, KnowsAStepOrNothing) {
  const findings::Document document = golden_document("incomplete.json");
  EXPECT_EQ(step_count(document, "records"), 4102U);
  EXPECT_EQ(step_count(document, "persons"), std::nullopt);
}

}  // namespace
}  // namespace sidik::report
