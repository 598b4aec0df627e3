#include "ingest/xlsx/xlsx_number.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

using Kind = XlsxFormat::Kind;

TEST(XlsxNumber, TellsDatesFromOtherFormats) {
  struct Case {
    std::string_view code;
    Kind kind;
    int digits;
  };
  const Case cases[] = {
      {"General", Kind::number, 0},
      {"0.00", Kind::number, 0},
      {"#,##0", Kind::number, 0},
      {"0.00E+00", Kind::number, 0},
      {"\"days\" 0", Kind::number, 0},
      {"\\d0", Kind::number, 0},
      {"[Red]0", Kind::number, 0},
      {"0;yyyy", Kind::number, 0},
      {"0000", Kind::number, 4},
      {"0", Kind::number, 0},
      {"@", Kind::number, 0},
      {"dd/mm/yyyy", Kind::date, 0},
      {"[$-409]d-mmm-yy;@", Kind::date, 0},
      {"mmm", Kind::date, 0},
      {"yyyy\\-mm\\-dd", Kind::date, 0},
      {"m/d/yy h:mm", Kind::date_and_time, 0},
      {"h:mm AM/PM", Kind::time, 0},
      {"[h]:mm:ss", Kind::elapsed, 0},
      {"[mm]:ss.0", Kind::elapsed, 0},
      {"", Kind::number, 0},
      {"\"not closed", Kind::number, 0},
      {"[not closed", Kind::number, 0},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(read_format_code(one.code).kind, one.kind) << one.code;
    EXPECT_EQ(read_format_code(one.code).digits, one.digits) << one.code;
  }
  EXPECT_EQ(builtin_format(14).kind, Kind::date);
  EXPECT_EQ(builtin_format(22).kind, Kind::date_and_time);
  EXPECT_EQ(builtin_format(46).kind, Kind::elapsed);
  EXPECT_EQ(builtin_format(0).kind, Kind::number);
  EXPECT_EQ(builtin_format(49).kind, Kind::number);
}

TEST(XlsxNumber, ShowsNumbersInFull) {
  struct Case {
    std::string_view written;
    std::string_view shown;
  };
  const Case cases[] = {
      {"42", "42"},
      {"-0.5", "-0.5"},
      {"3.17E+15", "3170000000000000"},
      {"3.1740102039E15", "3174010203900000"},
      {"-1.5e1", "-15"},
      {"0.00317E+18", "3170000000000000"},
      {"0E+5", "0"},
      {"1E+300", "1E+300"},
      {"1E-7", "1E-7"},
      {"0.10000000000000001", "0.1"},
      {"31740102039000123", "31740102039000123"},
      {"", ""},
      {"abc", "abc"},
      {"1e999", "1e999"},
      {"nan", "nan"},
  };
  for (const auto& one : cases) EXPECT_EQ(number_in_words(one.written, {}, false), one.shown) << one.written;
  EXPECT_EQ(number_in_words("12", {Kind::number, 4}, false), "0012");
  EXPECT_EQ(number_in_words("12345", {Kind::number, 4}, false), "12345");
  EXPECT_EQ(number_in_words("-1", {Kind::number, 4}, false), "-1");
}

TEST(XlsxNumber, CountsDaysAsExcelDoes) {
  const XlsxFormat date{Kind::date, 0};
  EXPECT_EQ(number_in_words("1", date, false), "1900-01-01");
  EXPECT_EQ(number_in_words("59", date, false), "1900-02-28");
  EXPECT_EQ(number_in_words("60", date, false), "1900-02-29");
  EXPECT_EQ(number_in_words("61", date, false), "1900-03-01");
  EXPECT_EQ(number_in_words("44336", date, false), "2021-05-20");
  EXPECT_EQ(number_in_words("42874", date, true), "2021-05-20");
  EXPECT_EQ(number_in_words("0", date, true), "1904-01-01");
  EXPECT_EQ(number_in_words("0", date, false), "0");
  EXPECT_EQ(number_in_words("2958466", date, false), "2958466");
  EXPECT_EQ(number_in_words("-1", date, false), "-1");
  EXPECT_EQ(number_in_words("44336.5", date, false), "2021-05-20 12:00:00");
  EXPECT_EQ(number_in_words("44336", {Kind::date_and_time, 0}, false), "2021-05-20 00:00:00");
  EXPECT_EQ(number_in_words("44336.999999999", {Kind::date_and_time, 0}, false), "2021-05-21 00:00:00");
  EXPECT_EQ(number_in_words("0.5", {Kind::time, 0}, false), "12:00:00");
  EXPECT_EQ(number_in_words("0.500000012", {Kind::time, 0}, false), "12:00:00.001");
  EXPECT_EQ(number_in_words("1.5", {Kind::elapsed, 0}, false), "36:00:00");
}

TEST(XlsxNumber, NoticesWhatFifteenDigitsLeave) {
  EXPECT_EQ(long_number("317401020390000"), LongNumber::no);
  EXPECT_EQ(long_number("3174010203900000"), LongNumber::rounded);
  EXPECT_EQ(long_number("3174010203900001"), LongNumber::whole);
  EXPECT_EQ(long_number("-3174010203900000"), LongNumber::rounded);
  EXPECT_EQ(long_number("3174010203900000.5"), LongNumber::no);
  EXPECT_EQ(long_number("2021-05-20 12:00:00"), LongNumber::no);
}

}  // namespace
}  // namespace sidik::ingest
