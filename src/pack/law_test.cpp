#include "pack/law.hpp"

#include <gtest/gtest.h>

#include <string>

#include "text/instant.hpp"

namespace sidik::pack {
namespace {

constexpr const char* kRule =
    "name = \"Testland\"\ntime_zone = \"Asia/Jakarta\"\n[[rule]]\nid = \"a.1\"\nlaw = \"Act\"\nsays = {en = "
    "\"Notify\"}\nstarts = "
    "\"aware\"\namount = 72\nunit = \"hours\"\nto = [\"authority\"]\nmark = \"H\"\nsource = \"test\"\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(Law, FourteenCountriesHaveRules) {
  const auto countries = countries_with_law();
  EXPECT_EQ(countries.size(), 14U);
  for (const auto& country : countries) {
    const auto law = load_law(country);
    ASSERT_TRUE(law) << country << ": " << law.error().what;
    for (const auto& rule : law->rules) {
      EXPECT_TRUE(rule.id.starts_with(country + ".")) << rule.id;
      EXPECT_FALSE(rule.source.empty()) << rule.id;
      EXPECT_TRUE(rule.says.contains("id")) << rule.id;
    }
  }
}

TEST(Law, IndonesiaHasItsRulesAndHolidays) {
  const auto law = load_law("id");
  ASSERT_TRUE(law);
  const auto pdp = std::ranges::find(law->rules, "id.pdp-46", &LawRule::id);
  ASSERT_NE(pdp, law->rules.end());
  EXPECT_EQ(pdp->amount, 72U);
  EXPECT_EQ(pdp->unit, "hours");
  EXPECT_EQ(pdp->valid_from, text::parse_day("2022-10-17"));
  EXPECT_TRUE(law->holidays.at(2021).days.contains(*text::parse_day("2021-08-17")));
}

TEST(Law, AnUnknownCountryIsNamedWithThoseThatAre) {
  for (const char* country : {"xx", "", "../id", "ID"}) {
    const auto law = load_law(country);
    ASSERT_FALSE(law) << country;
    EXPECT_EQ(law.error().code, ErrorCode("pack.law_unknown"));
    EXPECT_NE(law.error().next.find("id, in, jp"), std::string::npos);
  }
}

TEST(Law, WhatCannotBeIsRefusedWithItsKey) {
  ASSERT_TRUE(read_rules("t", kRule));
  const std::pair<const char*, const char*> changes[] = {
      {"72", "0"},           {"\"hours\"", "\"weeks\""},
      {"\"H\"", "\"Z\""},    {"Asia/Jakarta", "Asia/Nowhere"},
      {"amount", "amounts"}, {"72", "99999"},
      {"72", "-1"},          {"en = ", "de = "},
      {"\"a.1\"", "\"\""},   {"mark = \"H\"", "mark = \"H\"\nvalid_from = \"2022-13-01\""}};
  for (const auto& [from, to] : changes) EXPECT_FALSE(read_rules("t", with(kRule, from, to))) << from << " -> " << to;
  EXPECT_FALSE(read_rules("t", std::string(kRule) + (std::string(kRule).substr(std::string(kRule).find("[[rule]]")))));
  EXPECT_FALSE(read_rules("t", "name = \"x\"\ntime_zone = \"Asia/Jakarta\"\n"));
}

TEST(Law, HolidaysAreDaysOfTheirYear) {
  Law law;
  EXPECT_TRUE(
      read_holidays("t", "[[year]]\nyear = 2021\ndays = [\"2021-08-17\"]\nmark = \"M\"\nsource = \"s\"\n", law));
  EXPECT_FALSE(
      read_holidays("t", "[[year]]\nyear = 2021\ndays = [\"2022-08-17\"]\nmark = \"M\"\nsource = \"s\"\n", law));
  EXPECT_FALSE(read_holidays("t", "[[year]]\nyear = 2021\ndays = []\nmark = \"M\"\nsource = \"s\"\n", law)) << "twice";
}

}  // namespace
}  // namespace sidik::pack
