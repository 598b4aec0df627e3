#include <gtest/gtest.h>

#include <string>

#include "pack/pack_parts.hpp"
#include "pack/phone_plan.hpp"

namespace sidik::pack {
namespace {

constexpr const char* kHead = "country\tcalling_code\ttrunk_prefix\tshortest\tlongest\tmobile\tfixed\tother\n";

TEST(PhoneParts, ReadsPlansAndOperators) {
  Pack pack;
  ASSERT_TRUE(read_phones({"p", std::string(kHead) + "ID\t62\t0\t7\t12\t8\\d{8,10}\t21\\d{7}\t\n"}, pack).has_value());
  ASSERT_TRUE(read_operators({"o", "country\tprefix\toperator\nID\t811\tTelkomsel\n"}, pack).has_value());
  index_phones(pack);
  EXPECT_EQ(to_e164("0811 111 1111", "ID", pack).value_or(""), "+628111111111");
  EXPECT_EQ(operator_of(*read_phone("08111111111", "ID", pack)), "Telkomsel");
  EXPECT_FALSE(read_operators({"o", "country\tprefix\toperator\nID\t811\tOther\n"}, pack).has_value());
  EXPECT_FALSE(read_operators({"o", "country\tprefix\toperator\nXX\t811\tOther\n"}, pack).has_value());
}

TEST(PhoneParts, RefusesPlansThatCannotBe) {
  for (const char* const row :
       {"id\t62\t0\t7\t12\t\t\t\n", "ID\t\t0\t7\t12\t\t\t\n", "ID\t6200\t0\t7\t12\t\t\t\n", "ID\t62\t0\t12\t7\t\t\t\n",
        "ID\t62\t0\t7\t99\t\t\t\n", "ID\t62\t0\t7\t12\t(\t\t\n", "ID\t62\t0\t7\t12\t\t\t\nID\t62\t0\t7\t12\t\t\t\n"}) {
    Pack pack;
    EXPECT_FALSE(read_phones({"p", std::string(kHead) + row}, pack).has_value()) << row;
  }
}

TEST(PhoneParts, APackWithoutPlansReadsNoNumber) {
  const Pack pack;
  EXPECT_FALSE(to_e164("+628111111111", "ID", pack).has_value());
}

}  // namespace
}  // namespace sidik::pack
