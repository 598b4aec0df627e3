#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "identify/meaning.hpp"
#include "pack/pack.hpp"

/// What tests of use cases need: a folder of their own, and the packs of the program.
namespace sidik::engine {

class FolderTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              (std::string("sidik_") + info->test_suite_name() + "_" + info->name() + "_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string write(const std::string& name, const std::string& text) const {
    const auto path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  std::filesystem::path folder_;
};

inline const pack::Pack& pack_for_test() {
  static const pack::Pack kPack = [] {
    const std::vector<std::string> names = {"id"};
    auto pack = pack::load_pack(names);
    EXPECT_TRUE(pack);
    return pack ? std::move(*pack) : pack::Pack{};
  }();
  return kPack;
}

inline const identify::MeaningReader& meanings_for_test() {
  static const identify::MeaningReader kMeanings(pack_for_test(), 2021);
  return kMeanings;
}

}  // namespace sidik::engine
