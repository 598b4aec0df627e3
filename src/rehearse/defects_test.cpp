#include "rehearse/defects.hpp"

#include <gtest/gtest.h>

#include "rehearse/origins/insurer.hpp"
#include "rehearse/test_pack.hpp"

namespace sidik::rehearse {
namespace {

/// Insurer rows of 4,000 persons, damaged at rates far above the model's.
class Damage : public testing::Test {
 protected:
  pack::Pack pack_ = test_pack();
  AreaSampler areas_ = AreaSampler::create(pack_, 2021).value();
  NameModel names_{pack_, {}};
  PersonModel model_{5, 2021, areas_, names_, pack_};
  Census census_{model_, 4000};
  Insurer insurer_{"insurer", 5, 0, {{2013, 1, 1}, {2021, 1, 1}}};

  template <class Look>
  void each(std::uint32_t per_million, const Look& look) {
    DefectRates rates;
    rates.per_million.fill(per_million);
    Person person;
    Record record;
    std::vector<std::string> scratch;
    for (std::uint32_t i = 0; i < census_.size(); ++i) {
      census_.person(i, person);
      insurer_.write_record(person, 0, record, scratch);
      RandomStream stream(5, Purpose::row_defects, i);
      const DamageTarget target{
          .person = &person, .kept_id = Insurer::kept_id_column(i), .dates = insurer_.habits().dates, .delimiter = ','};
      const DefectSet done = damage(record, target, rates, census_, stream);
      look(i, record, done);
    }
  }
};

TEST_F(Damage, NeverTouchesTheIdThatIsKept) {
  each(400000, [&](std::uint32_t i, const Record& record, DefectSet) {
    std::string whole;
    append_national_id(whole, census_.national_id(i));
    EXPECT_EQ(record[Insurer::kept_id_column(i)], whole);
  });
}

TEST_F(Damage, NeverMakesTheIdOfAnother) {
  each(400000, [&](std::uint32_t i, const Record& record, DefectSet) {
    for (const Column column : {nik, noktp}) {
      const std::string& field = record[column];
      if (field.size() != 16 || field.find_first_not_of("0123456789") != std::string::npos) continue;
      const std::uint64_t number = std::stoull(field);
      EXPECT_TRUE(number == census_.national_id(i) || !census_.knows(number));
    }
  });
}

TEST_F(Damage, StrikesWithEveryKindAndWithNoneAtRateZero) {
  DefectSet seen = 0;
  each(200000, [&](std::uint32_t, const Record&, DefectSet done) { seen |= done; });
  for (std::size_t i = 0; i < kContentDefects; ++i)
    EXPECT_NE(seen & bit(static_cast<Defect>(i)), 0U) << defect_name(static_cast<Defect>(i));
  each(0, [&](std::uint32_t, const Record&, DefectSet done) { EXPECT_EQ(done, 0U); });
}

TEST(DefectRates, DifferBySeedAndOriginAndScaleToNothing) {
  EXPECT_NE(draw_defect_rates(1, 0).per_million, draw_defect_rates(2, 0).per_million);
  EXPECT_NE(draw_defect_rates(1, 0).per_million, draw_defect_rates(1, 1).per_million);
  EXPECT_EQ(draw_defect_rates(1, 0, 0).per_million, DefectRates{}.per_million);
}

}  // namespace
}  // namespace sidik::rehearse
