#include "text/instant.hpp"

#include <gtest/gtest.h>

namespace sidik::text {
namespace {

Instant at(std::string_view written) {
  const auto instant = parse_instant(written);
  EXPECT_TRUE(instant) << written;
  return instant.value_or(Instant());
}

TEST(Instant, OneMomentHasManyWritings) {
  const Instant moment = at("2021-05-20T02:00:00Z");
  for (const char* written : {"2021-05-20T09:00+07:00", "2021-05-20 09:00 WIB", "2021-05-20 10:00:00 WITA",
                              "2021-05-20T11:00 WIT", "2021-05-19T20:30:00-0530", " 2021-05-20 02:00 Z "})
    EXPECT_EQ(at(written), moment) << written;
}

TEST(Instant, ATimeWithoutAZoneOrThatCannotBeIsNone) {
  for (const char* written : {"", "2021-05-20", "2021-05-20T09:00", "2021-05-20T24:00Z", "2021-02-29T09:00Z",
                              "2021-05-20T9:00Z", "20-05-2021T09:00Z", "2021-05-20T09:60Z", "2021-05-20T09:00+25:00",
                              "2021-05-20T09:00+07:00x", "1021-05-20T09:00Z", "2021-05-20T09:00 EST"})
    EXPECT_FALSE(parse_instant(written)) << written;
  EXPECT_TRUE(parse_day("2024-02-29"));
  for (const char* written : {"2023-02-29", "2024-2-29", "2024-02-29 ", ""})
    EXPECT_FALSE(parse_day(written)) << written;
}

TEST(TimeZone, KnowsIndonesiaAndChangesOfTheClock) {
  const auto jakarta = TimeZone::named("WIB");
  const auto makassar = TimeZone::named("Asia/Makassar");
  const auto brussels = TimeZone::named("Europe/Brussels");
  ASSERT_TRUE(jakarta && makassar && brussels);
  EXPECT_FALSE(TimeZone::named("Asia/Nowhere"));
  EXPECT_FALSE(TimeZone::named(""));
  EXPECT_EQ(jakarta->show(at("2021-05-20T17:30Z")), "2021-05-21 00:30 +07:00");
  EXPECT_EQ(makassar->show(at("2021-05-20T17:30Z")), "2021-05-21 01:30 +08:00");
  EXPECT_EQ(brussels->show(at("2021-03-28T00:59Z")), "2021-03-28 01:59 +01:00");
  EXPECT_EQ(brussels->show(at("2021-03-28T01:00Z")), "2021-03-28 03:00 +02:00");
}

TEST(TimeZone, ADayEndsWhereItIs) {
  const auto jakarta = TimeZone::named("Asia/Jakarta");
  const auto brussels = TimeZone::named("Europe/Brussels");
  EXPECT_EQ(jakarta->end_of(*parse_day("2021-05-20")), at("2021-05-20T16:59:59Z"));
  EXPECT_EQ(jakarta->day_of(at("2021-05-20T17:00Z")), *parse_day("2021-05-21"));
  EXPECT_EQ(brussels->end_of(*parse_day("2021-03-28")), at("2021-03-28T21:59:59Z")) << "the day that is an hour short";
  EXPECT_EQ(brussels->end_of(*parse_day("2021-10-31")), at("2021-10-31T22:59:59Z")) << "the day that is an hour long";
}

}  // namespace
}  // namespace sidik::text
