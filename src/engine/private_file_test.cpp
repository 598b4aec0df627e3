#include "engine/private_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

class PrivateFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("sidik_private_file_test_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  [[nodiscard]] static unsigned mode(const fs::path& path) {
    struct stat about{};
    EXPECT_EQ(::stat(path.c_str(), &about), 0);
    return about.st_mode & 07777U;
  }
  static void open_and_close(const fs::path& path) {
    const int descriptor = open_private(path.string());
    ASSERT_GE(descriptor, 0);
    ::close(descriptor);
  }

  fs::path folder_;
};

TEST_F(PrivateFile, IsItsOwnersAloneWhetherNewOrOld) {
  open_and_close(folder_ / "new");
  EXPECT_EQ(mode(folder_ / "new"), 0600U);
  std::ofstream(folder_ / "old") << "from before";
  ASSERT_EQ(::chmod((folder_ / "old").c_str(), 0644), 0);
  open_and_close(folder_ / "old");
  EXPECT_EQ(mode(folder_ / "old"), 0600U);
  EXPECT_EQ(fs::file_size(folder_ / "old"), 0U);
}

TEST_F(PrivateFile, LeavesADeviceAsItIs) {
  const unsigned before = mode("/dev/null");
  open_and_close("/dev/null");
  EXPECT_EQ(mode("/dev/null"), before);
}

TEST_F(PrivateFile, KeepsTheReason) {
  EXPECT_EQ(open_private((folder_ / "nowhere" / "file").string()), -1);
  EXPECT_EQ(errno, ENOENT);
}

}  // namespace
}  // namespace sidik::engine
