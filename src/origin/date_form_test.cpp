#include "origin/date_form.hpp"

#include <gtest/gtest.h>

namespace sidik::origin {
namespace {

TEST(DateForm, ReadsTheOrderOfTheParts) {
  const text::MonthNames months{{"apr", 4}, {"april", 4}};
  struct Case {
    const char* field;
    DateForm form;
    bool has_time;
    int year;
  };
  static constexpr Case kCases[] = {
      {"1990-04-23", DateForm::ymd, false, 1990},  {"23/04/1990", DateForm::dmy, false, 1990},
      {"04/23/1990", DateForm::mdy, false, 1990},  {"19900423", DateForm::compact, false, 1990},
      {"23-APR-90", DateForm::words, false, 1990}, {"2021-05-20 08:11:12", DateForm::ymd, true, 2021},
      {"Sinta", DateForm::none, false, 0},         {"3171234504900001", DateForm::none, false, 0}};
  for (const Case& each : kCases) {
    const DateReading read = read_date_form(each.field, months);
    EXPECT_EQ(read.form, each.form) << each.field;
    EXPECT_EQ(read.has_time, each.has_time) << each.field;
    EXPECT_EQ(read.year, each.year) << each.field;
  }
}

TEST(DateForm, LetsTheColumnDecideBetweenDayAndMonth) {
  EXPECT_EQ(settle_date_forms({5, 0, 40, 60, 0, 0}).form, DateForm::mdy);
  EXPECT_EQ(settle_date_forms({5, 0, 40, 60, 0, 0}).count, 100U);
  EXPECT_EQ(settle_date_forms({5, 0, 90, 1, 0, 0}).form, DateForm::dmy);
  EXPECT_EQ(settle_date_forms({9, 0, 0, 0, 0, 0}).form, DateForm::none);
}

}  // namespace
}  // namespace sidik::origin
