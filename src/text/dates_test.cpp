#include "text/dates.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace sidik::text {
namespace {

constexpr int kPivot = 2025;

const MonthNames& months() {
  static const MonthNames kNames{{"april", 4}, {"apr", 4},  {"may", 5},  {"mei", 5},   {"agustus", 8},   {"agt", 8},
                                 {"maret", 3}, {"marz", 3}, {"oct", 10}, {"abril", 4}, {"desember", 12}, {"dec", 12}};
  return kNames;
}

struct Case {
  const char* written;
  DateOrder order;
  Date date;
  std::int32_t second_of_day = -1;
  std::int32_t offset_minutes = 0;
};

constexpr auto kYmd = DateOrder::year_month_day;
constexpr auto kDmy = DateOrder::day_month_year;
constexpr auto kMdy = DateOrder::month_day_year;
constexpr Date kThirdApril{1990, 4, 3};
constexpr std::int32_t kTwentyPastTen = 10 * 3600 + 20 * 60;

TEST(Dates, ReadsEveryUsualWriting) {
  const Case cases[] = {
      {"1990-04-03", kYmd, kThirdApril},
      {"1990-4-3", kDmy, kThirdApril},
      {"1990/04/03", kMdy, kThirdApril},
      {"1990.04.03", kYmd, kThirdApril},
      {"1990:04:03 10:20:00", kYmd, kThirdApril, kTwentyPastTen},
      {"19900403", kYmd, kThirdApril},
      {"19900403102000", kYmd, kThirdApril, kTwentyPastTen},
      {"19900403T102000Z", kYmd, kThirdApril, kTwentyPastTen},
      {"3/4/1990", kDmy, kThirdApril},
      {"3/4/1990", kYmd, kThirdApril},
      {"4/3/1990", kMdy, kThirdApril},
      {"03-04-90", kDmy, kThirdApril},
      {"04/03/90", kMdy, kThirdApril},
      {"90-04-03", kYmd, kThirdApril},
      {"03.04.1990", kDmy, kThirdApril},
      {"03. 04. 1990.", kDmy, kThirdApril},
      {"03 04 1990", kDmy, kThirdApril},
      {" 03/04/1990 ", kDmy, kThirdApril},
      {"3 April 1990", kYmd, kThirdApril},
      {"3. April 1990", kYmd, kThirdApril},
      {"03-APR-90", kDmy, kThirdApril},
      {"03APR1990", kDmy, kThirdApril},
      {"3-Apr-'90", kDmy, kThirdApril},
      {"April 3, 1990", kDmy, kThirdApril},
      {"April 3rd, 1990", kDmy, kThirdApril},
      {"3rd of April 1990", kDmy, kThirdApril},
      {"3 de abril de 1990", kDmy, kThirdApril},
      {"1990-Apr-03", kDmy, kThirdApril},
      {"17 Agustus 1945", kDmy, {1945, 8, 17}},
      {"Selasa, 3 April 1990", kDmy, kThirdApril},
      {"Tuesday, April 03, 1990", kDmy, kThirdApril},
      {"Selasa, 03/04/1990", kDmy, kThirdApril},
      {"3. M\xC3\xA4rz 1990", kDmy, {1990, 3, 3}},
      {"1990年4月3日", kDmy, kThirdApril},
      {"1990-04-03T10:20:00Z", kYmd, kThirdApril, kTwentyPastTen},
      {"1990-04-03T10:20:00.123456+07:00", kYmd, kThirdApril, kTwentyPastTen, 420},
      {"1990-04-03 10:20:00+07", kYmd, kThirdApril, kTwentyPastTen, 420},
      {"1990-04-03 10:20", kYmd, kThirdApril, kTwentyPastTen},
      {"1990-04-03 10:20:00.0", kYmd, kThirdApril, kTwentyPastTen},
      {"1990-04-03 00:00:00", kYmd, kThirdApril, 0},
      {"03/04/1990 10:20:00 AM", kDmy, kThirdApril, kTwentyPastTen},
      {"03/04/1990 10:20 PM", kDmy, kThirdApril, kTwentyPastTen + 12 * 3600},
      {"4/3/1990 12:20:00 AM", kMdy, kThirdApril, 20 * 60},
      {"03/04/1990, 10.20.00", kDmy, kThirdApril, kTwentyPastTen},
      {"3 April 1990 pukul 10.20 WIB", kDmy, kThirdApril, kTwentyPastTen, 420},
      {"03-APR-90 10.20.00.123000 AM", kDmy, kThirdApril, kTwentyPastTen},
      {"03/Apr/1990:10:20:00 -0700", kDmy, kThirdApril, kTwentyPastTen, -420},
      {"Tue Apr  3 10:20:00 1990", kDmy, kThirdApril, kTwentyPastTen},
      {"Tue Apr  3 10:20:00 UTC 1990", kDmy, kThirdApril, kTwentyPastTen},
      {"Tue, 03 Apr 1990 10:20:00 GMT", kDmy, kThirdApril, kTwentyPastTen},
      {"Tue Apr 03 1990 10:20:00 GMT+0700 (Western Indonesia Time)", kDmy, kThirdApril, kTwentyPastTen, 420},
      {"29/02/2000", kDmy, {2000, 2, 29}},
      {"9999-12-31", kYmd, {9999, 12, 31}},
  };
  for (const Case& test : cases) {
    const auto read = parse_date(test.written, test.order, months(), kPivot);
    ASSERT_TRUE(read.has_value()) << test.written;
    EXPECT_EQ(read->date, test.date) << test.written;
    EXPECT_EQ(read->second_of_day, test.second_of_day) << test.written;
    EXPECT_EQ(read->offset_minutes, test.offset_minutes) << test.written;
  }
}

TEST(Dates, RefusesWhatIsNoDate) {
  const char* const cases[] = {"",
                               "0000-00-00",
                               "31/02/1990",
                               "29/02/1900",
                               "1990-13-01",
                               "12345678",
                               "08123456",
                               "081234567",
                               "1990",
                               "199004",
                               "3 April",
                               "April 1990",
                               "10:20:30",
                               "10:20",
                               "1.234.567",
                               "192.168.1.1",
                               "10.1.20.40",
                               "0812-3456-78",
                               "03 04 90",
                               "12/3-90",
                               "1990-04/03",
                               "1990-04-03x",
                               "1990-04-03 foo",
                               "1990-04-03 25:00",
                               "Jakarta, 3 April 1990",
                               "3 Foo 1990",
                               "--",
                               "3/4/199",
                               "3/4/19900",
                               "3//4//",
                               "19901303",
                               "19900403250000",
                               "1990-04-03T",
                               "2021-5-20-1",
                               "3175010101900001",
                               "32 April 1990",
                               "1 2 3 4",
                               "\xFF\xFE\xFD\xFC\xFB\xFA",
                               "April April 3 1990",
                               "3 4 April 1990",
                               "1990-04-03 10:61",
                               "555-1234",
                               "3 April 1990 x"};
  for (const char* const written : cases) {
    for (const DateOrder order : {kYmd, kDmy, kMdy}) {
      EXPECT_FALSE(parse_date(written, order, months(), kPivot).has_value()) << written;
    }
  }
}

TEST(Dates, LetsTheOrderOfTheColumnDecide) {
  EXPECT_TRUE(parse_date("25/03/1990", kDmy, months(), kPivot).has_value());
  EXPECT_FALSE(parse_date("25/03/1990", kMdy, months(), kPivot).has_value());
  EXPECT_TRUE(parse_date("03/25/1990", kMdy, months(), kPivot).has_value());
  EXPECT_FALSE(parse_date("03/25/1990", kDmy, months(), kPivot).has_value());
}

TEST(Dates, PutsTwoDigitYearsInTheHundredYearsUpToThePivot) {
  const struct {
    const char* written;
    int pivot;
    int year;
  } cases[] = {{"01-01-25", 2025, 2025}, {"01-01-26", 2025, 1926}, {"01-01-00", 2025, 2000},
               {"01-01-99", 2025, 1999}, {"01-01-45", 1999, 1945}, {"01-01-00", 1999, 1900}};
  for (const auto& test : cases) {
    const auto read = parse_date(test.written, kDmy, months(), test.pivot);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->date.year, test.year);
    EXPECT_TRUE(read->two_digit_year);
  }
}

TEST(Dates, DayNumbersGoThereAndBackForEveryDay) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
  Date before{1, 1, 1};
  for (std::int32_t days = day_number({1, 1, 2}); days <= day_number({9999, 12, 31}); ++days) {
    const Date date = from_day_number(days);
    ASSERT_TRUE(is_real_date(date.year, date.month, date.day));
    ASSERT_LT(before, date);
    ASSERT_EQ(day_number(date), days);
    before = date;
  }
}

TEST(Dates, SurvivesGarbage) {
  std::mt19937 random(7);
  const std::string_view alphabet = "0123456789-/.: ,TZAPMaprilmei'()+\xE5\xB9\xB4\xC3\xA4\xFF";
  for (int round = 0; round < 200000; ++round) {
    std::string field;
    const std::size_t size = random() % 30;
    for (std::size_t index = 0; index < size; ++index) field.push_back(alphabet[random() % alphabet.size()]);
    const auto read = parse_date(field, static_cast<DateOrder>(round % 3), months(), kPivot);
    if (!read) continue;
    EXPECT_TRUE(is_real_date(read->date.year, read->date.month, read->date.day)) << field;
    EXPECT_LE(read->second_of_day, 86400) << field;
  }
}

}  // namespace
}  // namespace sidik::text
