#include "identify/column_checker.hpp"

#include <gtest/gtest.h>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

struct Case {
  const char* meaning;
  const char* identifier;
  const char* value;
  const char* fault;  ///< null: valid
  const char* canonical;
};

constexpr Case kCases[] = {
    {"birth.date", "", "1990-02-28", nullptr, "1990-02-28"},
    {"birth.date", "", "28/02/1990", nullptr, "1990-02-28"},
    {"birth.date", "", "31-02-1990", "impossible_date", ""},
    {"birth.date", "", "0000-00-00", "zero_date", ""},
    {"birth.date", "", "2030-01-01", "future_date", ""},
    {"birth.date", "", "soon", "not_a_date", ""},
    {"date.end", "", "2099-12-31", nullptr, "2099-12-31"},
    {"record.created", "", "2020-01-01 10:20:30", nullptr, "2020-01-01"},
    {"record.created", "", "2020-01-01 25:20:30", "impossible_date", ""},
    {"contact.email", "", " Ani@Example.ORG ", nullptr, "ani@example.org"},
    {"contact.email", "", "ani at example", "not_email", ""},
    {"contact.phone", "e164", "0812-3456-7890", nullptr, "+6281234567890"},
    {"contact.phone", "e164", "12", "not_phone", ""},
    {"contact.phone", "e164", "0812345678901234", "not_phone", ""},
    {"contact.phone", "e164", "+1 202", "not_phone", ""},
    {"id.national", "", "12345", nullptr, ""},
    {"network.ip", "", "192.0.2.300", "not_ip", ""},
    {"person.age", "", "131", "out_of_range", ""},
    {"person.age", "", "x", "not_a_number", ""},
    {"geo.latitude", "", "-6.175", nullptr, "-6.175"},
    {"payment.card_security_code", "", "12", "wrong_length", ""},
    {"payment.card_expiry", "", "13/2020", "not_a_date", ""},
    {"payment.card_expiry", "", "1/2020", nullptr, "1/2020"},
    {"person.sex", "sex", "x-ray", "not_in_list", ""},
    {"text.note", "", "  Any  Thing ", nullptr, "any thing"},
};

TEST(ColumnChecker, ChecksByMeaning) {
  const AreaTable areas(test_pack());
  for (const Case& given : kCases) {
    ColumnMeaning meaning;
    meaning.meaning = given.meaning;
    meaning.identifier = given.identifier;
    meaning.date_order = text::DateOrder::day_month_year;
    const ColumnChecker checker(meaning, test_pack(), areas, 2021);
    ParsedField parsed;
    const FieldCheck result = checker.check(given.value, parsed);
    EXPECT_STREQ(result.fault, given.fault) << given.meaning << ' ' << given.value;
    EXPECT_EQ(result.valid, given.fault == nullptr) << given.meaning << ' ' << given.value;
    EXPECT_EQ(checker.canonical(given.value), given.canonical) << given.meaning << ' ' << given.value;
  }
}

TEST(ColumnChecker, TakesADateInTheOtherOrderAndNoticesIt) {
  const AreaTable areas(test_pack());
  ColumnMeaning meaning;
  meaning.meaning = "record.created";
  meaning.date_order = text::DateOrder::day_month_year;
  const ColumnChecker checker(meaning, test_pack(), areas, 2021);
  ParsedField parsed;
  const FieldCheck result = checker.check("12/25/2019 10:00:00", parsed);
  EXPECT_TRUE(result.valid);
  EXPECT_STREQ(result.fault, "other_date_order");
  EXPECT_EQ(checker.canonical("12/25/2019"), "2019-12-25");
}

TEST(ColumnChecker, TakesANumberOfAnotherCountryAndNoticesIt) {
  const AreaTable areas(test_pack());
  ColumnMeaning meaning;
  meaning.meaning = "contact.phone";
  meaning.identifier = "e164";
  const ColumnChecker checker(meaning, test_pack(), areas, 2021);
  ParsedField parsed;
  const FieldCheck result = checker.check("(555) 123-4567 12", parsed);
  EXPECT_TRUE(result.valid);
  EXPECT_STREQ(result.fault, "other_country_phone");
}

TEST(ColumnChecker, HasNoChecksWithoutValidator) {
  const AreaTable areas(test_pack());
  ColumnMeaning meaning;
  meaning.meaning = "person.name";
  EXPECT_FALSE(ColumnChecker(meaning, test_pack(), areas, 2021).has_checks());
  meaning.meaning = "id.national";
  EXPECT_FALSE(ColumnChecker(meaning, test_pack(), areas, 2021).has_checks());
}

TEST(ColumnChecker, KnowsTheDefaultCountry) { EXPECT_EQ(default_country(test_pack()), "ID"); }

}  // namespace
}  // namespace sidik::identify
