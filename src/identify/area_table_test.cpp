#include "identify/area_table.hpp"

#include <gtest/gtest.h>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

TEST(AreaTable, KnowsPresentAndRetiredCodes) {
  const AreaTable areas(test_pack());
  ASSERT_FALSE(areas.is_empty());
  EXPECT_TRUE(areas.has_province("31"));
  EXPECT_TRUE(areas.has_regency("3174"));
  EXPECT_TRUE(areas.has_district("317401"));
  EXPECT_FALSE(areas.has_province("99"));
  EXPECT_FALSE(areas.has_regency("3199"));
  EXPECT_FALSE(areas.has_district("317499"));
}

TEST(AreaTable, ComparesPlaceNamesWithCodes) {
  const AreaTable areas(test_pack());
  EXPECT_TRUE(areas.is_area_name("BANDUNG"));
  EXPECT_TRUE(areas.is_area_name("Kab. Bandung"));
  EXPECT_FALSE(areas.is_area_name("Atlantis"));
  EXPECT_TRUE(areas.is_name_of(areas.area_name("bandung"), "3204"));
  EXPECT_TRUE(areas.is_name_of(areas.area_name("KOTA BANDUNG"), "3273"));
  EXPECT_FALSE(areas.is_name_of(areas.area_name("BANDUNG"), "3174"));
}

TEST(AreaTable, HashForgetsCaseBlanksAndPrefixes) {
  EXPECT_EQ(place_hash("KABUPATEN GUNUNG KIDUL"), place_hash("Gunungkidul"));
  EXPECT_EQ(place_hash("Kota Yogyakarta"), place_hash("YOGYAKARTA"));
  EXPECT_NE(place_hash("Kotabaru"), place_hash("baru"));
}

TEST(AreaTable, IsEmptyWithoutAreas) { EXPECT_TRUE(AreaTable(pack::Pack{}).is_empty()); }

}  // namespace
}  // namespace sidik::identify
