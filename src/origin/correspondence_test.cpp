#include "origin/correspondence.hpp"

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

ColumnFacts column(const char* name, const char* meaning = "unknown") {
  ColumnFacts facts;
  facts.name = name;
  facts.meaning = meaning;
  facts.filled = 1;
  return facts;
}

TEST(Correspondence, KnowsAbbreviations) {
  EXPECT_TRUE(may_abbreviate("BAFOR", "bao_format"));
  EXPECT_TRUE(may_abbreviate("tii", "tissueId"));
  EXPECT_FALSE(may_abbreviate("kd_neg", "kode_negara"));  // d stands behind o, which is left out
  EXPECT_TRUE(may_abbreviate("kodneg", "kode_negara"));
  EXPECT_FALSE(may_abbreviate("date", "data"));
  EXPECT_FALSE(may_abbreviate("id", "id"));
  EXPECT_FALSE(may_abbreviate("", "name"));
}

TEST(Correspondence, LeavesOutWhatAllNamesBeginWith) {
  StratumFacts table;
  for (const char* name : {"people_id", "people_name", "people_city"}) table.columns.push_back(column(name));
  EXPECT_EQ(without_common_prefix(table), (std::vector<std::string>{"id", "name", "city"}));
  table.columns.push_back(column("town"));
  EXPECT_EQ(without_common_prefix(table).front(), "people_id");
}

TEST(Correspondence, PairsColumnsByMeaningWhereNamesSayNothing) {
  StratumFacts left;
  StratumFacts right;
  for (const char* meaning : {"person.name", "contact.phone", "birth.date"})
    left.columns.push_back(column("", meaning));
  for (const char* meaning : {"birth.date", "person.name", "contact.phone"})
    right.columns.push_back(column("x", meaning));
  const auto all = correspondences(left, right);
  ASSERT_EQ(all.size(), 9U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_TRUE(all[i].is_paired);
    EXPECT_EQ(left.columns[all[i].left].meaning, right.columns[all[i].right].meaning);
  }
}

TEST(Correspondence, TellsColumnsOfOneNameByTheirForms) {
  StratumFacts left;
  StratumFacts right;
  for (auto* table : {&left, &right}) {
    for (const char* code : {"M", "1"}) {
      ColumnFacts& facts = table->columns.emplace_back(column("code"));
      facts.values = 100;
      facts.codes = {{code, 1.0}};
    }
  }
  std::swap(right.columns[0], right.columns[1]);
  const auto all = correspondences(left, right);
  EXPECT_EQ(all[0].left, 1 - all[0].right);
  EXPECT_EQ(all[1].left, 1 - all[1].right);
}

}  // namespace
}  // namespace sidik::origin
