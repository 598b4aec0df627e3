#include "runs/spill_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <utility>
#include <vector>

namespace sidik::runs {
namespace {

TEST(SpillFile, ReadsBackWhatWasAppended) {
  SpillFile file = SpillFile::create(::testing::TempDir()).value();
  std::vector<std::uint64_t> keys(10000);
  std::iota(keys.begin(), keys.end(), 7);
  ASSERT_TRUE(file.append(std::span(keys).first(6000)).has_value());
  ASSERT_TRUE(file.append(std::span(keys).subspan(6000)).has_value());
  EXPECT_EQ(file.size(), keys.size());
  const SpillFile moved = std::move(file);
  std::vector<std::uint64_t> back(5000);
  ASSERT_TRUE(moved.read(3000, back).has_value());
  EXPECT_TRUE(std::equal(back.begin(), back.end(), keys.begin() + 3000));
}

TEST(SpillFile, HasNoName) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / "sidik_spill_file_test";
  std::filesystem::create_directories(folder);
  SpillFile file = SpillFile::create(folder.string()).value();
  ASSERT_TRUE(file.append(std::vector<std::uint64_t>(100, 1)).has_value());
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  std::filesystem::remove_all(folder);
}

TEST(SpillFile, SaysWhichFolderFailed) {
  const auto file = SpillFile::create("/nonexistent-folder-of-a-test");
  ASSERT_FALSE(file.has_value());
  EXPECT_EQ(file.error().kind, ErrorKind::io);
  EXPECT_NE(file.error().what.find("/nonexistent-folder-of-a-test"), std::string::npos);
}

TEST(SpillFile, RefusesToReadWhatIsNotThere) {
  SpillFile file = SpillFile::create(::testing::TempDir()).value();
  std::vector<std::uint64_t> beyond(1);
  EXPECT_FALSE(file.read(0, beyond).has_value());
}

}  // namespace
}  // namespace sidik::runs
