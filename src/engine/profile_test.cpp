#include "engine/profile.hpp"

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

using ProfileTest = FolderTest;

const std::string kDdl =
    "CREATE TABLE pelanggan (nik CHAR(16), nama VARCHAR(60), tgl_lahir DATE, no_hp VARCHAR(15), email VARCHAR(80));\n";

TEST_F(ProfileTest, LearnsFromTheStatementThatMakesATable) {
  const auto toml = learn_profile("kind.test-register", write("schema.sql", kDdl), {}, {});
  ASSERT_TRUE(toml);
  EXPECT_NE(toml->find("kind.test-register"), std::string::npos);
  EXPECT_NE(toml->find("id.national"), std::string::npos);
  const std::string path = write("learnt.toml", *toml);
  const auto checked = check_profile(path, {});
  EXPECT_TRUE(checked) << (checked ? "" : checked.error().what);
}

TEST_F(ProfileTest, KeepsNoValueOfAPerson) {
  std::string table = "nik,nama,kota,status\n";
  for (int i = 0; i < 60; ++i)
    table += "32730101019000" + std::to_string(10 + i) + ",BUDI SANTOSO " + std::to_string(i) + ",Bandung,AKTIF\n";
  const auto toml = learn_profile("kind.test-register", write("register.csv", table), {}, {});
  ASSERT_TRUE(toml);
  EXPECT_EQ(toml->find("SANTOSO"), std::string::npos);
  EXPECT_EQ(toml->find("32730101"), std::string::npos);
}

TEST_F(ProfileTest, ShowsAndListsThoseOfThePacks) {
  const auto shown = show_profile("id.bpjs-kesehatan", {});
  ASSERT_TRUE(shown);
  EXPECT_NE(shown->find("PSNOKA"), std::string::npos);
  const auto list = list_profiles({});
  ASSERT_TRUE(list);
  EXPECT_NE(list->find("id.bpjs-kesehatan"), std::string::npos);
}

TEST_F(ProfileTest, SaysHowTwoDiffer) {
  const auto diff = diff_profiles("id.bpjs-kesehatan", "id.dukcapil", {});
  ASSERT_TRUE(diff);
  EXPECT_NE(diff->find("PSNOKA"), std::string::npos);
}

TEST_F(ProfileTest, RefusesWhatIsNoProfile) {
  const auto unknown = show_profile("id.nobody", {});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code.name(), "engine.profile_unknown");
  const auto named = learn_profile("Not A Name", write("schema.sql", kDdl), {}, {});
  ASSERT_FALSE(named);
  EXPECT_EQ(named.error().code.name(), "engine.profile_name");
  EXPECT_FALSE(check_profile(write("bad.toml", "id = 3\n"), {}));
}

}  // namespace
}  // namespace sidik::engine
