#include "ingest/json/json_form.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

TEST(JsonForm, IsToldByTheFirstValue) {
  EXPECT_EQ(json_form("{\"a\":1}\n{\"a\":2}\n"), JsonForm::lines);
  EXPECT_EQ(json_form("  [ {\"a\":1}, {\"a\":2} ]"), JsonForm::array);
  EXPECT_EQ(json_form("[]"), JsonForm::array);
  EXPECT_EQ(json_form("[1]"), JsonForm::array);
  EXPECT_EQ(json_form("{\"a\":\"cut in the mid"), JsonForm::lines) << "well as far as it goes";
}

TEST(JsonForm, IsNoneForOtherTexts) {
  for (const char* text :
       {"", "  ", "a,b\n1,2\n", "\"text\"", "[", "[INFO] started", "[a] b", "{name} x", "[12/05/2020] log"})
    EXPECT_EQ(json_form(text), JsonForm::none) << text;
}

}  // namespace
}  // namespace sidik::ingest
