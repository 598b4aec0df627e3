#include "identify/joint_rules.hpp"

#include <gtest/gtest.h>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

TEST(JointRules, TellsUpdatedFromCreatedByTheirOrder) {
  TestTable table;
  table.headers = {"c1", "c2"};
  for (int i = 10; i < 60; ++i) {
    table.rows.push_back({"2020-03-01 10:20:" + std::to_string(i), "2020-03-02 11:00:" + std::to_string(i)});
  }
  const auto decided = table.decide(false);
  EXPECT_EQ(decided[0].meaning, "record.created");
  EXPECT_EQ(decided[1].meaning, "record.updated");
}

TEST(JointRules, TellsAgesByTheBirthDateBesideThem) {
  TestTable table;
  table.headers = {"c1", "c2"};
  for (int i = 0; i < 60; ++i) {
    const int year = 1940 + i * 17 % 70;
    table.rows.push_back(
        {std::to_string(year) + "-0" + std::to_string(i % 9 + 1) + "-15", std::to_string(2015 - year)});
  }
  const auto decided = table.decide(false);
  EXPECT_EQ(decided[0].meaning, "birth.date");
  EXPECT_EQ(decided[1].meaning, "person.age");
}

TEST(JointRules, TakesAnEmptyTable) {
  std::vector<CandidateList> none;
  apply_joint_rules({}, ValueReader(test_pack(), 2021), none);
  EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace sidik::identify
