#include "text/date_scanner.hpp"

#include <gtest/gtest.h>

namespace sidik::text {
namespace {

TEST(DateScanner, FindsNumbersMonthAndTime) {
  const auto scanned = scan_date("3 apr 1990 10:20", {{"apr", 4}});
  ASSERT_TRUE(scanned.has_value());
  EXPECT_EQ(scanned->number_count, 2);
  EXPECT_EQ(scanned->month, 4);
  EXPECT_FALSE(scanned->is_month_first);
  EXPECT_EQ(scanned->numbers[1].value, 1990);
  EXPECT_EQ(scanned->time.second_of_day, 37200);
}

TEST(DateScanner, KeepsTheMarksBetweenNumbers) {
  const auto scanned = scan_date("3.4/1990", {});
  ASSERT_TRUE(scanned.has_value());
  EXPECT_EQ(scanned->marks[0], '.');
  EXPECT_EQ(scanned->marks[1], '/');
}

TEST(DateScanner, RefusesUnknownWords) { EXPECT_FALSE(scan_date("3 foo 1990", {{"apr", 4}}).has_value()); }

TEST(DateScanner, ReadsZonesToTheEnd) {
  const struct {
    const char* written;
    int offset;
  } cases[] = {{"", 0}, {"Z", 0}, {" WITA", 480}, {"+0530", 330}, {"-03:30", -210}, {" GMT+7", 420}};
  for (const auto& test : cases) {
    DateTime out;
    EXPECT_TRUE(read_zone_to_end(test.written, out)) << test.written;
    EXPECT_EQ(out.offset_minutes, test.offset) << test.written;
  }
  for (const char* const written : {"foo", "+", "+99", "Z1", "+07:0"}) {
    DateTime out;
    EXPECT_FALSE(read_zone_to_end(written, out)) << written;
  }
}

}  // namespace
}  // namespace sidik::text
