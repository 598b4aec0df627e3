#include "origin/authenticity.hpp"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "origin/authenticity_model.hpp"
#include "origin/authenticity_traits.hpp"
#include "origin/checked_rows.hpp"
#include "origin/real_pack_for_test.hpp"
#include "origin/sampled_rows_for_test.hpp"

namespace sidik::origin {
namespace {

constexpr int kYear = 2026;

std::string two(std::size_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }
std::size_t day(std::size_t i) { return 1 + i * 13 % 28; }
std::size_t month(std::size_t i) { return 1 + i * 5 % 12; }
std::size_t year(std::size_t i) { return 50 + i * 7 % 45; }
std::string birth(std::size_t i) { return "19" + two(year(i)) + "-" + two(month(i)) + "-" + two(day(i)); }
/// A national identifier of the birth of person i, a man, of Central Jakarta.
std::string nik(std::size_t i, const std::string& serial = "0003") {
  return "317101" + two(day(i)) + two(month(i)) + two(year(i)) + serial;
}

TEST(Authenticity, AgreementIsMeasuredBeyondChance) {
  const SampledRowsForTest real({"id.national", "birth.date"}, 600,
                                [](std::size_t i) { return std::vector<std::string>{nik(i), birth(i)}; });
  const auto checked = check_rows(real.sample(), real_pack(), kYear);
  ASSERT_TRUE(checked.agreement);
  EXPECT_GT(*checked.agreement, 0.95);
  ASSERT_TRUE(checked.not_issued);
  EXPECT_LT(*checked.not_issued, 0.01);
  const SampledRowsForTest drawn({"id.national", "birth.date"}, 600,
                                 [](std::size_t i) { return std::vector<std::string>{nik(i), birth(i * 31 + 17)}; });
  ASSERT_TRUE(check_rows(drawn.sample(), real_pack(), kYear).agreement);
  EXPECT_LT(*check_rows(drawn.sample(), real_pack(), kYear).agreement, 0.2);
}

TEST(Authenticity, NumbersOfNoAreaWereNeverGivenOut) {
  const SampledRowsForTest rows({"id.national"}, 300,
                                [](std::size_t i) { return std::vector<std::string>{"99" + nik(i).substr(2)}; });
  EXPECT_GT(*check_rows(rows.sample(), real_pack(), kYear).not_issued, 0.95);
}

TEST(Authenticity, IssuersCountUpFromOne) {
  const SampledRowsForTest issued(
      {"id.national"}, 300, [](std::size_t i) { return std::vector<std::string>{nik(i, "00" + two(i % 60 + 1))}; });
  const SampledRowsForTest drawn({"id.national"}, 300, [](std::size_t i) {
    return std::vector<std::string>{nik(i, std::to_string(1000 + i * 37 % 9000))};
  });
  EXPECT_DOUBLE_EQ(*low_serials(issued.sample(), real_pack()), 1);
  EXPECT_DOUBLE_EQ(*low_serials(drawn.sample(), real_pack()), 0);
}

TEST(Authenticity, UnknownBirthdaysHeap) {
  const SampledRowsForTest heaped({"birth.date"}, 2000, [](std::size_t i) {
    return std::vector<std::string>{i % 20 == 0 ? "1950-01-01" : birth(i)};
  });
  const SampledRowsForTest even({"birth.date"}, 2000, [](std::size_t i) { return std::vector<std::string>{birth(i)}; });
  EXPECT_GT(*birth_heaping(heaped.sample(), real_pack(), kYear), 4);
  EXPECT_LT(*birth_heaping(even.sample(), real_pack(), kYear), 1.5);
  const SampledRowsForTest few({"birth.date"}, 200, [](std::size_t i) { return std::vector<std::string>{birth(i)}; });
  EXPECT_FALSE(birth_heaping(few.sample(), real_pack(), kYear));
}

TEST(Authenticity, OfficesCloseAtNight) {
  const auto stamp = [](std::size_t hour, std::size_t i) {
    return "2019-03-04 " + two(hour) + ":" + two(i % 60) + ":11";
  };
  const SampledRowsForTest office({"record.created"}, 1000,
                                  [&](std::size_t i) { return std::vector<std::string>{stamp(8 + i % 9, i)}; });
  const SampledRowsForTest even({"record.created"}, 1000,
                                [&](std::size_t i) { return std::vector<std::string>{stamp(i % 24, i)}; });
  const SampledRowsForTest days({"record.created"}, 1000,
                                [&](std::size_t) { return std::vector<std::string>{"2019-03-04 00:00:00"}; });
  EXPECT_GT(*uneven_hours(office.sample(), real_pack()), 0.5);
  EXPECT_LT(*uneven_hours(even.sample(), real_pack()), 0.1);
  EXPECT_FALSE(uneven_hours(days.sample(), real_pack()));
}

TEST(Authenticity, DefaultsStandStill) {
  const SampledRowsForTest rows(
      {"person.sex", "person.religion", "person.marital_status", "relation.family"}, 200,
      [](std::size_t i) { return std::vector<std::string>{i % 2 == 0 ? "L" : "P", "1", "1", "1"}; });
  EXPECT_DOUBLE_EQ(*still_columns(rows.sample()), 0.75);
}

TEST(Authenticity, FamiliesAreSharedByPersonsNotByCopies) {
  const std::vector<const char*> meanings{"id.national", "id.family"};
  const SampledRowsForTest families(meanings, 900, [](std::size_t i) {
    return std::vector<std::string>{nik(i, two(i % 100) + two(i / 100)), "K" + std::to_string(i / 3)};
  });
  EXPECT_NEAR(*family_sharing(families.sample()), 3, 0.2);
  const SampledRowsForTest copies(meanings, 900, [](std::size_t i) {
    return std::vector<std::string>{nik(i / 3, two(i / 3 % 100) + two(i / 300)), "K" + std::to_string(i / 3)};
  });
  EXPECT_DOUBLE_EQ(*family_sharing(copies.sample()), 0);
  // One row in a hundred shows too few families to ask.
  const SampledRowsForTest thin(
      meanings, 900, [](std::size_t i) { return std::vector<std::string>{nik(i), std::to_string(i)}; }, 0.01);
  EXPECT_FALSE(family_sharing(thin.sample()));
}

TEST(Authenticity, JoinsItsTraitsAndStaysWithinItsBounds) {
  const std::vector<const char*> meanings{"id.national",     "birth.date",      "person.sex",
                                          "person.religion", "relation.family", "id.family"};
  const SampledRowsForTest made(meanings, 2000, [](std::size_t i) {
    return std::vector<std::string>{
        "99" + std::to_string(10000000000000 + i * 7919), birth(i), "L", "1", "1", std::to_string(i)};
  });
  const auto said = judge_authenticity(made.sample(), real_pack(), kYear);
  ASSERT_TRUE(said);
  EXPECT_LE(said->log10_lr, -2);
  EXPECT_GE(said->log10_lr, -kMostDecades);
  EXPECT_TRUE(said->support.starts_with("against: "));
  const SampledRowsForTest few(
      meanings, 50, [](std::size_t i) { return std::vector<std::string>{nik(i), birth(i), "L", "1", "1", "1"}; });
  EXPECT_FALSE(judge_authenticity(few.sample(), real_pack(), kYear));
  const SampledRowsForTest goods({"measure.number", "unknown", "unknown", "unknown"}, 500, [](std::size_t i) {
    const std::string kind = std::to_string(i % 4);
    return std::vector<std::string>{std::to_string(i), kind, kind + "x", std::to_string(i % 7)};
  });
  EXPECT_FALSE(judge_authenticity(goods.sample(), real_pack(), kYear));
  const SampledRowsForTest things({"measure.number"}, 500,
                                  [](std::size_t i) { return std::vector<std::string>{std::to_string(i)}; });
  EXPECT_FALSE(judge_authenticity(things.sample(), real_pack(), kYear));
}

}  // namespace
}  // namespace sidik::origin
