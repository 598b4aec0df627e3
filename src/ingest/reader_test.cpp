#include "ingest/reader.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"
#include "ingest/unpack/packing_for_test.hpp"

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

std::string table(int records) {
  std::string text = "id,name\n";
  for (int i = 0; i < records; ++i) text += std::to_string(i) + ",Nusa\n";
  return text;
}

TEST_F(Reader, ShowsEveryByteOfAContainerOnceAndReadsTheSameRecords) {
  const std::string text = table(5000);
  std::vector<std::string> packed;
  for (const auto kind : kStreams) packed.push_back(pack(kind, text));
  for (const auto kind : kWritableArchives) packed.push_back(pack(kind, text));
  packed.push_back(pack(ContainerKind::gzip, pack(ContainerKind::tar, text)));
  for (const auto& bytes : packed) {
    Reading reading;
    const auto status = read({write("packed", bytes)}, reading);
    ASSERT_TRUE(status) << status.error().what;
    EXPECT_EQ(reading.raw_bytes, bytes);
    EXPECT_EQ(reading.records.size(), 5000U);
    EXPECT_EQ(reading.account.total_bytes, text.size());
    EXPECT_TRUE(reading.exhibits.at(0).complete);
  }
}

TEST_F(Reader, ReadsArchivesInOneAnotherToALimit) {
  std::string bytes = table(10);
  for (const auto kind : {ContainerKind::zip, ContainerKind::seven_zip, ContainerKind::xz, ContainerKind::tar})
    bytes = pack(kind, bytes);
  const std::string path = write("nested", bytes);
  Reading reading;
  ASSERT_TRUE(read({path}, reading));
  EXPECT_EQ(reading.records.size(), 10U);
  Context context;
  context.limits.archive_depth = 3;
  const auto status = read_exhibits({path}, {}, context, reading);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code.name(), "ingest.archive_depth");
}

TEST_F(Reader, SkipsAnEncryptedMemberOfAnArchive) {
  Reading reading;
  const std::string locked = pack(ContainerKind::zip, {{"a.csv", table(5)}}, "nusa rimba");
  ASSERT_TRUE(read({write("a.zip", pack(ContainerKind::zip, {{"locked.zip", locked}, {"b.csv", table(7)}}))}, reading));
  EXPECT_EQ(reading.records.size(), 7U);
  ASSERT_EQ(reading.exhibits.at(0).skipped.size(), 2U);
  EXPECT_TRUE(reading.exhibits[0].skipped[0].reason.starts_with("ingest.encrypted"));
  EXPECT_EQ(read({write("locked.zip", locked)}, reading).error().kind, ErrorKind::refused);
}

TEST_F(Reader, SaysThatABombInsideATableCostsTheReport) {
  Context context;
  context.limits.archive_bytes = 2 << 20;
  Reading reading;
  const std::string bomb = pack(ContainerKind::zip, table(300000));
  const auto status = read_exhibits({write("bomb.zip", bomb)}, {}, context, reading);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code.name(), "ingest.archive_bytes");
  EXPECT_NE(status.error().what.find("this run gives no report"), std::string::npos);
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
