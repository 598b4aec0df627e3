#include "rehearse/date_style.hpp"

#include <gtest/gtest.h>

namespace sidik::rehearse {
namespace {

TEST(DateStyle, WritesADayInEveryWay) {
  struct Case {
    DateStyle style;
    const char* day;
    const char* time;
  };
  for (const Case& test : {Case{DateStyle::iso, "1990-04-03", "1990-04-03 01:02:03"},
                           Case{DateStyle::day_dash, "03-04-1990", "03-04-1990 01:02:03"},
                           Case{DateStyle::day_slash, "03/04/1990", "03/04/1990 01:02:03"},
                           Case{DateStyle::day_dot, "03.04.1990", "03.04.1990 01:02:03"},
                           Case{DateStyle::compact, "19900403", "19900403010203"},
                           Case{DateStyle::iso_midnight, "1990-04-03 00:00:00", "1990-04-03 01:02:03"},
                           Case{DateStyle::month_slash, "04/03/1990", "04/03/1990 01:02:03"},
                           Case{DateStyle::oracle, "03-APR-90", "1990-04-03 01:02:03"},
                           Case{DateStyle::in_words, "3 APRIL 1990", "1990-04-03 01:02:03"}}) {
    std::string day;
    std::string time;
    append_date(day, {1990, 4, 3}, test.style);
    append_timestamp(time, {1990, 4, 3}, 3723, test.style);
    EXPECT_EQ(day, test.day);
    EXPECT_EQ(time, test.time);
  }
}

TEST(DateStyle, PadsWithZeros) {
  std::string out;
  append_padded(out, 0, 1);
  append_padded(out, 42, 5);
  append_padded(out, 123456, 2);
  EXPECT_EQ(out, "000042123456");
}

}  // namespace
}  // namespace sidik::rehearse
