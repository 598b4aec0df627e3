#include "identify/joint_rules.hpp"

#include <string>
#include <utility>

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

/// What people choose: a word, a word with a number, a number, a word with a mark.
std::string chosen(int i) {
  static constexpr const char* kWords[] = {"kucing", "merdeka", "bintang", "rahasia", "matahari", "sayang", "pelangi"};
  std::string word = kWords[i * 5 % 7];
  switch (i % 5) {
    case 0:
      return word;
    case 1:
      return std::to_string(100000 + i * 7919 % 9000000);
    case 2:
      return word + "!" + std::to_string(i);
    default:
      return word + std::to_string(i * 37 % 1000);
  }
}

std::string user(int i) {
  static constexpr const char* kNames[] = {"budi", "siti", "agus", "dewi", "rina", "joko", "wati"};
  return std::string(kNames[i * 3 % 7]) + (i % 3 == 0 ? "_" : "") + std::to_string(i);
}

TEST(JointRules, TakesWhatIsChosenBehindAMailForThePassword) {
  TestTable table;
  table.headers = {"", ""};
  for (int i = 0; i < 200; ++i) table.rows.push_back({user(i) + "@example.org", chosen(i)});
  const auto decided = table.decide(false);
  EXPECT_EQ(decided[0].meaning, "contact.email");
  EXPECT_EQ(decided[1].meaning, "credential.password");
}

TEST(JointRules, TellsTheLoginBetweenAPageAndAPassword) {
  TestTable table;
  table.headers = {"", "", ""};
  for (int i = 0; i < 200; ++i) {
    table.rows.push_back({"https://example.org/login" + std::to_string(i % 9),
                          i % 2 == 0 ? user(i) : user(i) + "@example.com", chosen(i)});
  }
  const auto decided = table.decide(false);
  EXPECT_EQ(decided[0].meaning, "network.url");
  EXPECT_EQ(decided[1].meaning, "account.username") << "half of them are no mails";
  EXPECT_EQ(decided[2].meaning, "credential.password");
}

TEST(JointRules, TakesNoOtherColumnBehindAMailForAPassword) {
  const std::pair<const char*, std::string (*)(int)> others[] = {
      {"user names", [](int i) { return user(i); }},
      {"numbers of members", [](int i) { return "M" + std::to_string(100000 + i * 31); }},
      {"telephone numbers", [](int i) { return "0812" + std::to_string(1000000 + i * 7919); }},
      {"days", [](int i) { return "19" + std::to_string(60 + i % 40) + "-0" + std::to_string(i % 9 + 1) + "-15"; }},
      {"tokens", [](int i) { return std::to_string(10000000 + i * 7919) + "abcdef"; }},
      {"towns", [](int i) { return std::string(i % 2 == 0 ? "BANDUNG" : "BOGOR"); }}};
  for (const auto& [what, value] : others) {
    TestTable table;
    table.headers = {"", ""};
    for (int i = 0; i < 200; ++i) table.rows.push_back({user(i * 3) + "@example.org", value(i)});
    EXPECT_NE(table.decide(false)[1].meaning, "credential.password") << what;
  }
}

TEST(JointRules, TakesAnEmptyTable) {
  std::vector<CandidateList> none;
  apply_joint_rules({}, ValueReader(test_pack(), 2021), none);
  EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace sidik::identify
