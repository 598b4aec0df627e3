#include "ingest/reader.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

namespace fs = std::filesystem;

class Reader : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("sidik_reader_test_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }
  static Status read(const std::vector<std::string>& paths, Reading& reading) {
    return read_exhibits(paths, {}, {}, reading);
  }
  fs::path folder_;
};

TEST_F(Reader, ReadsAFolderFileByFile) {
  write("a.csv", "id,name\n1,A\n");
  write("b.csv", "id,name\n2,B\n");
  write("c.bin", std::string(1000, '\x02'));
  Reading reading;
  ASSERT_TRUE(read({folder_.string()}, reading));
  EXPECT_EQ(reading.tables, 2U);
  ASSERT_EQ(reading.exhibits.size(), 3U);
  ASSERT_EQ(reading.exhibits[2].skipped.size(), 1U);
  EXPECT_TRUE(reading.exhibits[2].skipped[0].reason.starts_with("ingest.binary"));
}

TEST_F(Reader, GivesEachBadInputItsOwnCode) {
  Reading reading;
  EXPECT_EQ(read({(folder_ / "missing").string()}, reading).error().code.name(), "ingest.not_found");
  EXPECT_EQ(read({write("empty", "")}, reading).error().code.name(), "ingest.empty");
  EXPECT_EQ(read({write("elf",
                        "\x7f"
                        "ELF rest")},
                 reading)
                .error()
                .code.name(),
            "ingest.binary");
  fs::create_directories(folder_ / "hollow");
  EXPECT_EQ(read({(folder_ / "hollow").string()}, reading).error().code.name(), "ingest.no_file");
  EXPECT_EQ(read({write("page.html", "<!DOCTYPE html><html></html>")}, reading).error().code.name(), "ingest.no_table");
  EXPECT_EQ(read({write("broken.zip", "PK\x03\x04 nothing")}, reading).error().kind, ErrorKind::invalid_input);
}

TEST_F(Reader, StopsWhenCancelled) {
  std::string text = "id,name\n";
  for (int i = 0; i < 100000; ++i) text += std::to_string(i) + ",name\n";
  CancelToken cancel;
  cancel.cancel();
  Context context;
  context.cancel = &cancel;
  Reading reading;
  EXPECT_TRUE(read_exhibits({write("long.csv", text)}, {}, context, reading));
  EXPECT_LT(reading.records.size(), 100000U);
}

}  // namespace
}  // namespace sidik::ingest
