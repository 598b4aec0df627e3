#include <gtest/gtest.h>

#include "pack/pack_parts.hpp"

namespace sidik::pack {
namespace {

constexpr const char* kHead = "code\tname\tkind\tfirst_year\tlast_year\tpopulation\n";

TEST(PlaceParts, ReadsAreasAndTheirOtherNames) {
  Pack pack;
  ASSERT_TRUE(read_areas({"a", std::string(kHead) + "34\tDaerah Istimewa Yogyakarta\tprovince\t2016\t2026\t4000000\n"
                                                    "3471\tYogyakarta\tkota\t2016\t2026\t\n"},
                         pack)
                  .has_value());
  ASSERT_TRUE(read_area_names({"n", "code\tname\n34\tYogyakarta\n3471\tJogja\n"}, pack).has_value());
  EXPECT_EQ(pack.areas.size(), 2U);
  EXPECT_EQ(pack.areas_by_name.at("yogyakarta").size(), 2U);
  EXPECT_EQ(pack.areas.at(pack.areas_by_name.at("jogja").at(0)).code, "3471");
}

TEST(PlaceParts, RefusesAreasThatCannotBe) {
  for (const char* const row : {"3x\tA\tkota\t2016\t2026\t\n", "34\t\tkota\t2016\t2026\t\n", "34\tA\t\t2016\t2026\t\n",
                                "34\tA\tkota\t2026\t2016\t\n", "34\tA\tkota\t2016\t20260\t\n",
                                "34\tA\tkota\tx\t2026\t\n", "34\tA\tkota\t1\t2\t\n34\tA\tkota\t1\t2\t\n"}) {
    Pack pack;
    const Status status = read_areas({"a", std::string(kHead) + row}, pack);
    ASSERT_FALSE(status.has_value()) << row;
    EXPECT_NE(status.error().what.find("a, line "), std::string::npos);
  }
  Pack pack;
  EXPECT_FALSE(read_area_names({"n", "code\tname\n99\tNowhere\n"}, pack).has_value());
}

TEST(PlaceParts, CountriesAreAVocabularyAndPlaces) {
  Pack pack;
  ASSERT_TRUE(
      read_countries({"c", "alpha2\talpha3\tname\tnames\nCI\tCIV\tC\xC3\xB4te d'Ivoire\tIvory Coast|Pantai Gading\n"},
                     pack)
          .has_value());
  const Vocabulary* countries = pack.vocabulary_of("contact.country");
  ASSERT_NE(countries, nullptr);
  EXPECT_EQ(countries->entries[0].canonical, "CI");
  EXPECT_EQ(countries->entries[0].words.size(), 4U);
  EXPECT_TRUE(pack.place_names.contains("cote d'ivoire"));
  EXPECT_TRUE(pack.place_names.contains("ivory coast"));
  EXPECT_FALSE(read_countries({"c", "alpha2\talpha3\tname\tnames\nci\tCIV\tx\t\n"}, pack).has_value());
}

TEST(PlaceParts, PlacesAreFolded) {
  Pack pack;
  ASSERT_TRUE(read_places({"p", "name\nM\xC3\xBCnchen\n"}, pack).has_value());
  EXPECT_TRUE(pack.place_names.contains("munchen"));
}

}  // namespace
}  // namespace sidik::pack
