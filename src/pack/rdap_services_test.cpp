#include "pack/rdap_services.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace sidik::pack {
namespace {

TEST(RdapServices, TheProgramKnowsSomeAndSaysHowSureItIs) {
  const auto rows = rdap_services("");
  ASSERT_TRUE(rows);
  EXPECT_GE(rows->size(), 5U);
  for (const auto& row : *rows) EXPECT_FALSE(row.mark.empty()) << row.key;
}

TEST(RdapServices, ARowThatIsNoneIsNamedByFileAndLine) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "rdap-pack" / "global" / "rdap";
  std::filesystem::create_directories(folder);
  for (const char* row : {"org\thttp://rdap.example/\tK", "\thttps://rdap.example/\tK",
                          "org\thttps://a.example/\tK\norg\thttps://b.example/\tK"}) {
    std::ofstream(folder / "services.tsv") << "key\tbase\tmark\n" << row << "\n";
    const auto rows = rdap_services(folder.parent_path().parent_path().string());
    ASSERT_FALSE(rows) << row;
    EXPECT_NE(rows.error().what.find("services.tsv"), std::string::npos);
  }
  std::filesystem::remove_all(folder.parent_path().parent_path());
}

}  // namespace
}  // namespace sidik::pack
