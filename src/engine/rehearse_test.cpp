#include "engine/rehearse.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "engine/examine.hpp"

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

class Rehearse : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("sidik_engine_rehearse_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  /// The dump of a rehearsal of 400 rows.
  [[nodiscard]] std::string rehearsed(const char* name, std::uint64_t seed, bool gzip = false) const {
    RehearseRequest request;
    request.scenario = "bpjs-2021";
    request.directory = (folder_ / name).string();
    request.rows = 400;
    request.seed = seed;
    request.gzip = gzip;
    const auto status = rehearse(request, {});
    EXPECT_TRUE(status) << to_line(status.error());
    return request.directory + (gzip ? "/dump.csv.gz" : "/dump.csv");
  }
  [[nodiscard]] static std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  fs::path folder_;
};

TEST_F(Rehearse, NamesTheScenariosWhenItKnowsNoneSuch) {
  RehearseRequest request;
  request.scenario = "atlantis";
  request.directory = (folder_ / "x").string();
  const auto status = rehearse(request, {});
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode("engine.scenario_unknown"));
  EXPECT_EQ(status.error().kind, ErrorKind::usage);
  ASSERT_FALSE(scenarios().empty());
  for (const auto& scenario : scenarios())
    EXPECT_NE(status.error().next.find(scenario.name), std::string::npos) << scenario.name;
  EXPECT_FALSE(fs::exists(request.directory));
}

TEST_F(Rehearse, FollowsItsSeed) {
  const std::string first = read(rehearsed("first", 7));
  EXPECT_FALSE(first.empty());
  EXPECT_EQ(read(rehearsed("again", 7)), first);
  EXPECT_NE(read(rehearsed("other", 8)), first);
}

TEST_F(Rehearse, YieldsADumpThatIsReadAsItWasWritten) {
  ExamineRequest plain;
  plain.paths = {rehearsed("plain", 7)};
  ExamineRequest packed;
  packed.paths = {rehearsed("packed", 7, true)};
  const auto of_plain = examine(plain, {});
  const auto of_packed = examine(packed, {});
  ASSERT_TRUE(of_plain && of_packed);
  const auto& table = of_plain->document.exhibits.at(0).tables.at(0);
  const auto& same = of_packed->document.exhibits.at(0).tables.at(0);
  EXPECT_EQ(table.bytes.total, fs::file_size(plain.paths[0]));
  // Some rows are torn in two and some repeat; the truth beside the dump is compared to the row in tests/e2e.
  EXPECT_NEAR(static_cast<double>(table.records), 400, 20);
  EXPECT_EQ(same.records, table.records);
  ASSERT_EQ(same.columns.size(), table.columns.size());
  for (std::size_t c = 0; c < table.columns.size(); ++c) EXPECT_EQ(same.columns[c].distinct, table.columns[c].distinct);
}

}  // namespace
}  // namespace sidik::engine
