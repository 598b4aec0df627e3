#include "engine/traced_form.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

TracedColumn column_of(const std::vector<std::string_view>& values) { return {values, pack_for_test(), 2026}; }

TEST(TracedForm, MakesWritingsOfOneValueEqual) {
  const auto text = column_of({"SITI AMINAH"});
  EXPECT_EQ(text.form("SITI  AMINAH"), text.form("siti-aminah"));
  EXPECT_EQ(text.form("0000970643232"), text.form("970643232"));
  EXPECT_EQ(text.form("+62 812-3456-789"), text.form("08123456789"));
  EXPECT_EQ(text.form("628123456789"), text.form("8123456789"));
  EXPECT_EQ(text.form("48.585.899.7-696.000"), text.form("485858997696000"));
}

TEST(TracedForm, LeavesOtherValuesApart) {
  const auto text = column_of({"SITI AMINAH"});
  EXPECT_NE(text.form("SITI AMINAH"), text.form("SITI AMINA"));
  EXPECT_NE(text.form("6271010101900001"), text.form("71010101900001"));
  EXPECT_EQ(text.form("NULL"), "");
  EXPECT_EQ(text.form(" "), "");
}

TEST(TracedForm, ReadsDatesInTheOrderOfTheirColumn) {
  const auto day_first = column_of({"03/04/1990", "25/12/1991"});
  const auto month_first = column_of({"03/04/1990", "12/25/1991"});
  const auto iso = column_of({"1990-04-03 10:11:12"});
  EXPECT_EQ(day_first.form("03/04/1990"), "1990-04-03");
  EXPECT_EQ(month_first.form("03/04/1990"), "1990-03-04");
  EXPECT_EQ(iso.form("1990-04-03 10:11:12"), "1990-04-03");
}

}  // namespace
}  // namespace sidik::engine
