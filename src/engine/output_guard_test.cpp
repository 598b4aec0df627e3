#include "engine/output_guard.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

TEST(OutputGuard, KeepsEvidenceFromBeingOverwritten) {
  const fs::path folder = fs::temp_directory_path() / ("sidik_output_guard_" + std::to_string(::getpid()));
  fs::create_directories(folder / "in");
  std::ofstream(folder / "in" / "dump.csv") << "a,b\n1,2\n";
  fs::create_hard_link(folder / "in" / "dump.csv", folder / "alias.csv");
  const std::string dump = (folder / "in" / "dump.csv").string();
  const std::string other = (folder / "x").string();
  EXPECT_EQ(guard_outputs({dump}, {dump}).error().kind, ErrorKind::refused);
  EXPECT_EQ(guard_outputs({dump}, {(folder / "in" / "." / "dump.csv").string()}).error().kind, ErrorKind::refused);
  EXPECT_EQ(guard_outputs({dump}, {(folder / "alias.csv").string()}).error().kind, ErrorKind::refused);
  EXPECT_EQ(guard_outputs({(folder / "in").string()}, {dump}).error().kind, ErrorKind::refused);
  EXPECT_EQ(guard_outputs({dump}, {other, other}).error().kind, ErrorKind::usage);
  EXPECT_TRUE(guard_outputs({dump, "-", ""}, {other, (folder / "y").string(), ""}));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace sidik::engine
