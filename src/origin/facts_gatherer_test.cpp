#include "origin/facts_gatherer.hpp"

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

TEST(FactsGatherer, CountsFormsCodesAndLinks) {
  const pack::Pack pack;
  FactsGatherer gatherer({"ID", "SEX", "BORN", "ID2"}, {"id.record", "person.sex", "birth.date", "id.record"}, pack);
  for (int r = 0; r < 100; ++r) {
    const std::string id = "0" + std::to_string(10000 + r);
    const std::string born = "2" + std::to_string(r % 9) + "/11/1990";
    const std::string_view fields[] = {id, r % 4 == 0 ? "P" : "L", r % 10 == 0 ? std::string_view("NULL") : born,
                                       r % 2 == 0 ? std::string_view(id) : "x"};
    gatherer.add(fields);
  }
  const StratumFacts facts = gatherer.finish();
  EXPECT_EQ(facts.records, 100U);
  EXPECT_DOUBLE_EQ(facts.columns[0].distinct, 1);
  EXPECT_EQ(facts.columns[0].shortest, 6U);
  EXPECT_DOUBLE_EQ(facts.columns[0].starts.at("0100"), 1);
  ASSERT_EQ(facts.columns[1].codes.size(), 2U);
  EXPECT_EQ(facts.columns[1].codes[0].first, "L");
  EXPECT_DOUBLE_EQ(facts.columns[1].codes[0].second, 0.75);
  EXPECT_EQ(facts.columns[2].dates, DateForm::dmy);
  EXPECT_DOUBLE_EQ(facts.columns[2].filled, 0.9);
  ASSERT_EQ(facts.links.size(), 1U);
  EXPECT_EQ(facts.links[0].right, 3U);
  EXPECT_DOUBLE_EQ(facts.links[0].share, 0.5);
}

TEST(FactsGatherer, TakesShortRecordsAndNone) {
  const pack::Pack pack;
  FactsGatherer gatherer({"A", "B"}, {}, pack);
  EXPECT_EQ(gatherer.finish().columns.size(), 2U);
  const std::string_view fields[] = {"x"};
  gatherer.add(fields);
  EXPECT_DOUBLE_EQ(gatherer.finish().columns[1].filled, 0);
}

}  // namespace
}  // namespace sidik::origin
