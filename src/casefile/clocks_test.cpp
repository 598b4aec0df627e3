#include "casefile/clocks.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sidik::casefile {
namespace {

using State = Clock::State;

text::Instant at(const char* written) { return *text::parse_instant(written); }

pack::LawRule rule(const char* id, std::uint32_t amount, const char* unit) {
  pack::LawRule out;
  out.id = id;
  out.starts = "aware";
  out.amount = amount;
  out.unit = unit;
  out.mark = "H";
  return out;
}

pack::Law law_of(pack::LawRule one, const char* zone = "Asia/Jakarta") {
  pack::Law law;
  law.time_zone = zone;
  law.rules.push_back(std::move(one));
  return law;
}

Clock only(const pack::Law& law, const ClockFacts& facts, const char* now) {
  const auto clocks = clocks_of(law, facts, at(now));
  EXPECT_EQ(clocks.size(), 1U);
  return clocks.front();
}

ClockFacts aware(const char* when) { return {{{"aware", at(when)}}, {}, {}, {}}; }

TEST(Clocks, HoursAreHoursAcrossAChangeOfTheClock) {
  const auto law = law_of(rule("eu", 72, "hours"), "Europe/Brussels");
  const auto clock = only(law, aware("2021-03-26T18:00+01:00"), "2021-03-29T10:00Z");
  EXPECT_EQ(clock.due, at("2021-03-29T17:00Z")) << "Monday at seven in the evening there, not at six";
  EXPECT_EQ(clock.state, State::running);
}

TEST(Clocks, DaysEndWithTheLastOfThemThere) {
  const auto law = law_of(rule("id", 14, "days"));
  EXPECT_EQ(only(law, aware("2021-05-20 23:30 WIB"), "2021-05-21T00:00Z").due, at("2021-06-03 23:59:59 WIB"));
  EXPECT_EQ(only(law, aware("2021-05-20T17:30Z"), "2021-05-21T00:00Z").due, at("2021-06-04 23:59:59 WIB"))
      << "it is the 21st there";
  const auto leap = law_of(rule("id", 2, "days"));
  EXPECT_EQ(only(leap, aware("2024-02-27 10:00 WIB"), "2024-02-28T00:00Z").due, at("2024-02-29 23:59:59 WIB"));
}

TEST(Clocks, WorkingDaysPassOverWeekendsAndHolidays) {
  auto law = law_of(rule("id", 5, "working_days"));
  law.holidays[2021] = {{*text::parse_day("2021-05-26")}, "M", "test"};
  const auto clock = only(law, aware("2021-05-20 09:00 WIB"), "2021-05-21T00:00Z");
  EXPECT_EQ(clock.due, at("2021-05-28 23:59:59 WIB")) << "21, 24, 25, 27, 28 May: Thursday 20 counts not, Waisak not";
  EXPECT_TRUE(clock.remarks.empty());
}

TEST(Clocks, AYearWithoutHolidaysIsSaidToBeOne) {
  auto law = law_of(rule("id", 3, "working_days"));
  law.holidays[2021] = {{*text::parse_day("2021-12-31")}, "K", "test"};
  const auto clock = only(law, aware("2021-12-30 09:00 WIB"), "2021-12-31T00:00Z");
  EXPECT_EQ(clock.due, at("2022-01-05 23:59:59 WIB"));
  ASSERT_EQ(clock.remarks.size(), 2U);
  EXPECT_NE(clock.remarks[0].find("2022 are counted without holidays"), std::string::npos);
  EXPECT_NE(clock.remarks[1].find("2021 are not verified"), std::string::npos);
}

TEST(Clocks, LateAndMetAreToldToTheSecond) {
  const auto law = law_of(rule("r", 72, "hours"));
  ClockFacts facts = aware("2021-05-20T00:00Z");
  EXPECT_EQ(only(law, facts, "2021-05-23T00:00:00Z").state, State::running);
  EXPECT_EQ(only(law, facts, "2021-05-23T00:00:01Z").state, State::late);
  facts.met["r"] = at("2021-05-23T00:00:00Z");
  EXPECT_EQ(only(law, facts, "2021-05-24T00:00Z").state, State::met);
  EXPECT_EQ(only(law, facts, "2021-05-22T00:00Z").state, State::running) << "asked of a moment before it was done";
  facts.met["r"] = at("2021-05-23T00:00:01Z");
  EXPECT_EQ(only(law, facts, "2021-05-24T00:00Z").state, State::met_late);
}

TEST(Clocks, ADutyWithoutPeriodRunsUntilItIsMet) {
  const auto law = law_of(rule("r", 0, "immediately"));
  const auto clock = only(law, aware("2021-05-20T00:00Z"), "2023-05-20T00:00Z");
  EXPECT_EQ(clock.state, State::running);
  EXPECT_FALSE(clock.due);
}

TEST(Clocks, ARuleCountsOnlyWhileItIsInForce) {
  auto later = rule("id.pdp-46", 72, "hours");
  later.valid_from = text::parse_day("2022-10-17");
  const auto law = law_of(std::move(later));
  const auto clock = only(law, aware("2021-05-20T09:00+07:00"), "2023-01-01T00:00Z");
  EXPECT_EQ(clock.state, State::not_applicable);
  EXPECT_EQ(clock.why, "in force from 2022-10-17 only");
  EXPECT_EQ(only(law, aware("2022-10-16T17:00Z"), "2022-10-17T00:00Z").state, State::running) << "the 17th there";
}

TEST(Clocks, AConditionThatIsOpenKeepsItRunning) {
  auto risky = rule("r", 72, "hours");
  risky.needs = {"risk", "sensitive"};
  const auto law = law_of(std::move(risky));
  ClockFacts facts = aware("2021-05-20T00:00Z");
  facts.conditions["sensitive"] = true;
  const auto open = only(law, facts, "2021-05-20T01:00Z");
  EXPECT_EQ(open.state, State::running);
  EXPECT_EQ(open.undecided, std::vector<std::string>{"risk"});
  facts.conditions["risk"] = false;
  EXPECT_EQ(only(law, facts, "2021-05-20T01:00Z").state, State::not_applicable);
  facts.conditions["risk"] = true;
  EXPECT_TRUE(only(law, facts, "2021-05-20T01:00Z").undecided.empty());
}

TEST(Clocks, NumbersOfPersonsDecide) {
  auto many = rule("sg", 3, "days");
  many.needs = {"significant_harm"};
  many.or_persons = 500;
  const auto law = law_of(std::move(many), "Asia/Singapore");
  ClockFacts facts = aware("2021-05-20T00:00Z");
  facts.persons = 500;
  EXPECT_TRUE(only(law, facts, "2021-05-20T01:00Z").undecided.empty());
  facts.persons = 499;
  EXPECT_EQ(only(law, facts, "2021-05-20T01:00Z").undecided.size(), 1U);
  facts.conditions["significant_harm"] = false;
  EXPECT_EQ(only(law, facts, "2021-05-20T01:00Z").state, State::not_applicable);
  facts.persons.reset();
  EXPECT_EQ(only(law, facts, "2021-05-20T01:00Z").undecided, std::vector<std::string>{"persons at least 500"});

  auto least = rule("us", 60, "days");
  least.least_persons = 500;
  const auto hipaa = law_of(std::move(least));
  facts = aware("2021-05-20T00:00Z");
  facts.persons = 499;
  EXPECT_EQ(only(hipaa, facts, "2021-05-20T01:00Z").state, State::not_applicable);
  facts.persons = 500;
  EXPECT_EQ(only(hipaa, facts, "2021-05-20T01:00Z").state, State::running);
}

TEST(Clocks, WhatIsUnverifiedSaysSo) {
  auto doubtful = rule("r", 72, "hours");
  doubtful.mark = "K";
  doubtful.start_mark = "L";
  doubtful.source = "from memory";
  const auto law = law_of(std::move(doubtful));
  EXPECT_EQ(only(law, aware("2021-05-20T00:00Z"), "2021-05-20T01:00Z").remarks.size(), 2U);
}

TEST(Clocks, AnEventThatIsNotKnownStartsNothing) {
  const auto law = law_of(rule("r", 72, "hours"));
  EXPECT_EQ(only(law, {}, "2021-05-20T01:00Z").state, State::not_started);
  EXPECT_EQ(only(law, aware("2021-05-21T00:00Z"), "2021-05-20T01:00Z").state, State::not_started) << "asked of before";
}

}  // namespace
}  // namespace sidik::casefile
