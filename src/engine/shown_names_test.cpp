#include "engine/shown_names.hpp"

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

TEST(ShownNames, AddressesAndLongNumbersAreNoNames) {
  EXPECT_TRUE(looks_like_a_value("orang@contoh.example"));
  EXPECT_TRUE(looks_like_a_value("3273010101900001"));
  EXPECT_TRUE(looks_like_a_value("x1234567"));
  EXPECT_FALSE(looks_like_a_value("no_hp_2"));
  EXPECT_FALSE(looks_like_a_value("tgl123456"));
  EXPECT_FALSE(looks_like_a_value(""));
}

TEST(ShownNames, OfADoubtfulHeaderOnlyKnownWordsAreShown) {
  ingest::TableInfo info;
  info.columns = {"nik", "Zyx Qolvan", "3273010101900001"};
  info.header_is_sure = true;
  auto shown = shown_names(info, meanings_for_test());
  EXPECT_EQ(shown[0], "nik");
  EXPECT_EQ(shown[1], "Zyx Qolvan");
  EXPECT_NE(shown[2], info.columns[2]);
  info.header_is_sure = false;
  shown = shown_names(info, meanings_for_test());
  EXPECT_EQ(shown[0], "nik");
  EXPECT_NE(shown[1], "Zyx Qolvan");
}

}  // namespace
}  // namespace sidik::engine
