#include "rehearse/person.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "rehearse/census.hpp"
#include "rehearse/national_id.hpp"
#include "rehearse/test_pack.hpp"

namespace sidik::rehearse {
namespace {

/// A population of 30,000 from the test pack.
class Population : public testing::Test {
 protected:
  pack::Pack pack_ = test_pack();
  AreaSampler areas_ = AreaSampler::create(pack_, 2021).value();
  NameModel names_{pack_, {}};
  PersonModel model_{5, 2021, areas_, names_, pack_};
  Census census_{model_, 30000};
};

TEST_F(Population, HasUniqueValidNationalIds) {
  const NationalIdRule rule(pack_);
  std::set<std::uint64_t> seen;
  for (std::uint32_t i = 0; i < census_.size(); ++i) {
    EXPECT_TRUE(seen.insert(census_.national_id(i)).second);
    EXPECT_TRUE(rule.valid(std::to_string(census_.national_id(i))));
    EXPECT_TRUE(census_.knows(census_.national_id(i)));
  }
}

TEST_F(Population, LivesInHouseholdsWithOneHead) {
  std::map<std::uint32_t, std::uint32_t> heads;
  for (std::uint32_t i = 0; i < census_.size(); ++i) {
    const Identity who = model_.identity_of(i);
    EXPECT_EQ(who.relation == Relation::head, who.index == who.head_index);
    EXPECT_EQ(model_.identity_of(who.head_index).relation, Relation::head);
    EXPECT_LT(i - who.head_index, who.household_size);
    ++heads[who.head_index];
    if (who.relation != Relation::child) continue;
    EXPECT_GE(who.birth.year - model_.identity_of(who.head_index).birth.year, 18);
  }
  for (const auto& [head, size] : heads) EXPECT_EQ(size, model_.identity_of(head).household_size);
}

TEST_F(Population, AgreesWithItsNumbersExceptForLawfulMismatches) {
  std::uint32_t other_birth = 0;
  std::uint32_t other_sex = 0;
  std::uint32_t moved = 0;
  for (std::uint32_t i = 0; i < census_.size(); ++i) {
    const Identity who = model_.identity_of(i);
    other_birth += who.birth != who.recorded_birth ? 1 : 0;
    other_sex += who.female != who.recorded_female ? 1 : 0;
    moved += who.home != who.origin ? 1 : 0;
  }
  EXPECT_GT(other_birth, 300U);
  EXPECT_LT(other_birth, 700U);
  EXPECT_GT(other_sex, 30U);
  EXPECT_LT(other_sex, 150U);
  EXPECT_GT(moved, 3000U);
  EXPECT_LT(moved, 9000U);
}

TEST_F(Population, HeapsTheBirthdaysOfTheOld) {
  std::uint32_t old = 0;
  std::uint32_t heaped = 0;
  for (std::uint32_t i = 0; i < census_.size(); ++i) {
    const text::Date birth = model_.identity_of(i).birth;
    if (birth.year > 1955) continue;
    ++old;
    heaped += birth.month == 12 && birth.day == 31 ? 1 : 0;
  }
  EXPECT_GT(heaped * 100, old * 8);
  EXPECT_LT(heaped * 100, old * 18);
}

TEST_F(Population, BearsNamesWithAHeavyHeadAndALongTail) {
  std::map<std::string, std::uint32_t> words;
  Person person;
  std::uint32_t single = 0;
  for (std::uint32_t i = 0; i < census_.size(); ++i) {
    census_.person(i, person);
    ASSERT_FALSE(person.name.empty());
    EXPECT_EQ(person.name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ "), std::string::npos) << person.name;
    ++words[person.name.substr(0, person.name.find(' '))];
    single += person.name.find(' ') == std::string::npos ? 1 : 0;
  }
  const auto most = std::max_element(words.begin(), words.end(),
                                     [](const auto& left, const auto& right) { return left.second < right.second; });
  EXPECT_GT(most->second, census_.size() / 50);
  EXPECT_LT(most->second, census_.size() / 8);
  EXPECT_GT(words.size(), 100U);
  EXPECT_GT(single, census_.size() / 40);
}

TEST_F(Population, KeepsRetiredAreaCodesForThoseRegisteredEarly) {
  std::uint32_t retired = 0;
  for (std::uint32_t i = 0; i < census_.size(); ++i) retired += census_.national_id(i) / 10000000000U == 739901 ? 1 : 0;
  EXPECT_GT(retired, 50U);
  EXPECT_LT(retired, 1500U);
}

}  // namespace
}  // namespace sidik::rehearse
