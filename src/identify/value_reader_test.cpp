#include "identify/value_reader.hpp"

#include <gtest/gtest.h>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

const ValueReader& reader() {
  static const ValueReader kReader(test_pack(), 2021);
  return kReader;
}

std::string best(const std::vector<std::string_view>& values) {
  const auto votes = reader().read(profile_of({"", values}));
  return votes.empty() || votes[0].evidence < 2 ? "" : std::string(votes[0].meaning);
}

TEST(ValueReader, KnowsValuesByFormAndByWord) {
  EXPECT_EQ(best({"192.0.2.1", "192.0.2.77", "198.51.100.3"}), "network.ip");
  EXPECT_EQ(best({"ISLAM", "KRISTEN", "HINDU", "ISLAM", "BUDHA"}), "person.religion");
  EXPECT_EQ(best({"L", "P", "P", "L", "L"}), "person.sex");
  EXPECT_EQ(best({"A", "AB", "O", "B", "O"}), "person.blood_group");
  EXPECT_EQ(best({"Indonesia", "Malaysia", "Japan", "Indonesia"}), "contact.country");
  EXPECT_EQ(best({"DKI JAKARTA", "JAWA BARAT", "BALI", "ACEH"}), "contact.region");
  EXPECT_EQ(best({"4111 1111 1111 1111", "5555 5555 5555 4444", "4012 8888 8888 1881"}), "payment.card");
  EXPECT_EQ(best({}), "");
}

TEST(ValueReader, WeighsAPassByItsChance) {
  EXPECT_GT(pass_evidence(1, 20, 0.001), pass_evidence(1, 20, 0.5));
  EXPECT_GT(pass_evidence(1, 20, 0.1), pass_evidence(1, 2, 0.1));
  EXPECT_LT(pass_evidence(0.1, 20, 0.1), 0);
  EXPECT_EQ(pass_evidence(1, 0, 0.1), 0);
}

TEST(ValueReader, DescribesDates) {
  const DateHabit habit = reader().date_habit(profile_of({"", {"13/02/1990", "01/02/1991", "05/06/1985"}}));
  EXPECT_EQ(habit.order, text::DateOrder::day_month_year);
  EXPECT_DOUBLE_EQ(habit.share, 1);
  EXPECT_EQ(habit.last_year, 1991);
}

}  // namespace
}  // namespace sidik::identify
