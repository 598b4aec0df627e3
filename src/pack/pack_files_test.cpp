#include "pack/pack_files.hpp"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "pack/pack.hpp"

namespace sidik::pack {
namespace {

namespace fs = std::filesystem;

/// A folder of packs that is gone when the test ends.
class PackFolder : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(testing::TempDir()) / (std::string("sidik_packs_") + info->name());
    fs::remove_all(root_);
    write("global/pack.toml", "name = \"global\"\n");
  }
  void TearDown() override { fs::remove_all(root_); }
  void write(const std::string& path, const std::string& text) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << text;
  }
  [[nodiscard]] std::string root() const { return root_.string(); }

 private:
  fs::path root_;
};

TEST(PackFiles, TheEmbeddedFilesOfAPack) {
  const auto files = files_of_pack("global", "");
  ASSERT_TRUE(files.has_value());
  EXPECT_GT(files->size(), 3U);
  for (const PackFile& file : *files) EXPECT_FALSE(file.text.empty()) << file.path;
  EXPECT_TRUE(files_of_pack("zz", "")->empty());
}

using PackFiles_Folder = PackFolder;

TEST_F(PackFiles_Folder, ReplacesTheEmbeddedPacksWholly) {
  write("zz/pack.toml", "name = \"zz\"\n");
  write("zz/words.toml", "street_words = [\"strasse\"]\n");
  write("zz/SOURCES.md", "text");
  write("zz/law/clocks.toml", "not read here");
  const std::array<std::string, 1> names{"zz"};
  const auto pack = load_pack(names, root());
  ASSERT_TRUE(pack.has_value()) << to_line(pack.error());
  EXPECT_TRUE(pack->street_words.contains("strasse"));
  EXPECT_TRUE(pack->meanings.empty());
  EXPECT_EQ(pack_names(root()), (std::vector<std::string>{"global", "zz"}));
}

TEST_F(PackFiles_Folder, NamesFileLineAndKeyOfATypo) {
  write("global/words.toml", "\nstreet_word = [\"x\"]\n");
  const auto pack = load_pack({}, root());
  ASSERT_FALSE(pack.has_value());
  EXPECT_EQ(pack.error().code, ErrorCode("pack.malformed"));
  EXPECT_NE(pack.error().what.find("words.toml, line 2, street_word"), std::string::npos) << pack.error().what;
}

TEST_F(PackFiles_Folder, RefusesFilesThatNoPackCanHave) {
  write("global/wrods.toml", "");
  const auto pack = load_pack({}, root());
  ASSERT_FALSE(pack.has_value());
  EXPECT_NE(pack.error().what.find("wrods.toml"), std::string::npos);
}

TEST_F(PackFiles_Folder, RefusesAPackWithAnotherNameThanItsFolder) {
  write("zz/pack.toml", "name = \"yy\"\n");
  const std::array<std::string, 1> names{"zz"};
  EXPECT_FALSE(load_pack(names, root()).has_value());
}

TEST_F(PackFiles_Folder, RefusesReferencesToNothing) {
  write("global/meanings.toml", "[[meaning]]\nname = \"a.b\"\ncategory = \"none\"\nidentifier_hint = \"x\"\n");
  const auto pack = load_pack({}, root());
  ASSERT_FALSE(pack.has_value());
  EXPECT_EQ(pack.error().code, ErrorCode("pack.malformed"));
}

TEST_F(PackFiles_Folder, APackNameLeadsNowhereElse) {
  const std::array<std::string, 1> names{"../" + fs::path(root()).filename().string() + "/global"};
  const auto pack = load_pack(names, root());
  ASSERT_FALSE(pack.has_value());
  EXPECT_EQ(pack.error().code, ErrorCode("pack.unknown"));
}

TEST(PackFiles, AFolderThatIsNotThereIsUnreadable) {
  const auto pack = load_pack({}, "/nonexistent/packs");
  ASSERT_FALSE(pack.has_value());
  EXPECT_EQ(pack.error().code, ErrorCode("pack.unreadable"));
  EXPECT_EQ(pack.error().kind, ErrorKind::io);
  EXPECT_TRUE(pack_names("/nonexistent/packs").empty());
}

}  // namespace
}  // namespace sidik::pack
