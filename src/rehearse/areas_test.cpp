#include "rehearse/areas.hpp"

#include <map>

#include <gtest/gtest.h>

#include "rehearse/test_pack.hpp"

namespace sidik::rehearse {
namespace {

TEST(AreaSampler, TakesTheRegenciesOfTheYear) {
  const auto areas = AreaSampler::create(test_pack(), 2021);
  ASSERT_TRUE(areas);
  std::map<std::string, const Regency*> by_code;
  for (const Regency& regency : areas->regencies()) by_code[regency.code] = &regency;
  EXPECT_EQ(by_code.size(), 7U);
  EXPECT_FALSE(by_code.contains("9301")) << "it does not stand yet";
  ASSERT_TRUE(by_code.contains("9101"));
  EXPECT_EQ(by_code["9101"]->districts, std::vector<std::string>{"910101"});
  EXPECT_EQ(by_code["7371"]->retired, std::vector<std::string>{"739901"});
  EXPECT_EQ(by_code["3204"]->name, "BANDUNG");
}

TEST(AreaSampler, DrawsByPopulation) {
  const auto areas = AreaSampler::create(test_pack(), 2021);
  ASSERT_TRUE(areas);
  std::map<std::string, int> drawn;
  RandomStream stream(1, Purpose::person);
  for (int i = 0; i < 20000; ++i) ++drawn[areas->draw(stream).code];
  EXPECT_NEAR(drawn["3204"], 20000.0 * 3700 / 10780, 300);
  EXPECT_NEAR(drawn["9101"], 20000.0 * 230 / 10780, 90) << "the population comes from the code that followed";
}

TEST(AreaSampler, RefusesAPackWithoutAreas) {
  const auto areas = AreaSampler::create(pack::Pack{}, 2021);
  ASSERT_FALSE(areas);
  EXPECT_EQ(areas.error().code.name(), "rehearse.pack_without_areas");
}

}  // namespace
}  // namespace sidik::rehearse
