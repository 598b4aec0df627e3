#include "engine/rows_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

const std::string kHeader = "table,record,offset,length,stratum,person,checks,masked\n";

class RowsFileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("sidik_rows_file_test_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    path_ = (folder_ / "rows.csv").string();
  }
  void TearDown() override { fs::remove_all(folder_); }

  /// Writes one record of a table and gives the file's lines behind the header.
  std::string written(std::string_view table, std::vector<std::string_view> fields, const std::string& failed_checks,
                      bool is_unmasked = false) {
    table::RecordBatch batch;
    batch.reset(fields.size(), RecordIndex(6));
    batch.append(fields, {ByteOffset(120), ByteCount(33)});
    auto rows = RowsFile::create(path_, is_unmasked);
    EXPECT_TRUE(rows && (*rows)->write(table, batch, {}, {failed_checks}) && (*rows)->close());
    const std::string text = read();
    EXPECT_TRUE(text.starts_with(kHeader));
    return text.substr(std::min(kHeader.size(), text.size()));
  }
  [[nodiscard]] std::string read() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  [[nodiscard]] unsigned mode() const {
    struct stat about{};
    EXPECT_EQ(::stat(path_.c_str(), &about), 0);
    return about.st_mode & 0777U;
  }

  fs::path folder_;
  std::string path_;
};

TEST_F(RowsFileTest, SaysWhereTheRecordLiesAndCountsFromOne) {
  EXPECT_EQ(written("dump.csv", {"1990-01-01"}, ""), "\"dump.csv\",7,120,33,,,\"\",\"••••-••-••\"\n");
}

TEST_F(RowsFileTest, NamesThePersonOfEachLine) {
  table::RecordBatch batch;
  batch.reset(1, RecordIndex(0));
  const std::vector<std::string_view> fields{"x"};
  for (std::uint64_t i = 0; i < 3; ++i) batch.append(fields, {ByteOffset(2 * i), ByteCount(2)});
  auto rows = RowsFile::create(path_, false);
  ASSERT_TRUE(rows && (*rows)->write("a", batch, {}, {"", "", ""}));
  const std::uint32_t persons[] = {0, 4, 0};
  ASSERT_TRUE((*rows)->close(persons));
  EXPECT_EQ(read(), kHeader + "\"a\",1,0,2,,1,\"\",\"•\"\n\"a\",2,2,2,,5,\"\",\"•\"\n\"a\",3,4,2,,1,\"\",\"•\"\n");
}

TEST_F(RowsFileTest, MasksEveryFieldAndNamesTheFailedChecks) {
  EXPECT_EQ(written("dump.csv", {"3273010101900001", "BUDI SANTOSO", "", "budi@example.org"}, "check_digit;sex_agrees"),
            "\"dump.csv\",7,120,33,,,\"check_digit;sex_agrees\","
            "\"32•••••••••••••• | B••• S•••••• |  | ••••@•••••••.org\"\n");
}

TEST_F(RowsFileTest, ShowsTheFieldsWhenTheUserGaveAReason) {
  EXPECT_EQ(written("dump.csv", {"3273010101900001", "BUDI SANTOSO"}, "", true),
            "\"dump.csv\",7,120,33,,,\"\",\"3273010101900001 | BUDI SANTOSO\"\n");
}

/// Neither a name nor a value begins a line, a field or a terminal's command of its own.
TEST_F(RowsFileTest, KeepsOneLineARecordWhateverTheTextsHold) {
  EXPECT_EQ(written("a\"b,c\n.csv", {"x\"y\n\x1b[2J,z"}, "", true),
            "\"a\"\"b,c\xEF\xBF\xBD.csv\",7,120,33,,,\"\",\"x\"\"y\xEF\xBF\xBD\xEF\xBF\xBD[2J,z\"\n");
}

TEST_F(RowsFileTest, WritesALineForEachRecordOfABatch) {
  table::RecordBatch batch;
  batch.reset(1, RecordIndex(0));
  const std::string_view field[] = {"x"};
  for (std::uint64_t r = 0; r < 3; ++r) batch.append(field, {ByteOffset(r * 2), ByteCount(2)});
  auto rows = RowsFile::create(path_, false);
  ASSERT_TRUE(rows);
  ASSERT_TRUE((*rows)->write("t", batch, {}, {"", "a", ""}));
  ASSERT_TRUE((*rows)->close());
  EXPECT_EQ(read(), kHeader +
                        "\"t\",1,0,2,,,\"\",\"•\"\n"
                        "\"t\",2,2,2,,,\"a\",\"•\"\n"
                        "\"t\",3,4,2,,,\"\",\"•\"\n");
}

TEST_F(RowsFileTest, NamesTheStratumOfEachRowOnceTheTableIsRead) {
  table::RecordBatch batch;
  batch.reset(1, RecordIndex(0));
  for (int i = 0; i < 3; ++i) batch.append(std::vector<std::string_view>{""}, {ByteOffset(0), ByteCount(1)});
  auto rows = RowsFile::create(path_, false);
  ASSERT_TRUE(rows);
  const std::vector<std::uint32_t> signatures = {1, 0, 1};
  ASSERT_TRUE((*rows)->write("t", batch, {4, signatures}, {"", "", ""}));
  (*rows)->settle(4, {{1, 0}, 2});  // two strata of other tables stand before
  ASSERT_TRUE((*rows)->close());
  EXPECT_EQ(read(),
            std::string(kHeader) + "\"t\",1,0,1,3,,\"\",\"\"\n\"t\",2,0,1,4,,\"\",\"\"\n\"t\",3,0,1,3,,\"\",\"\"\n");
}

TEST_F(RowsFileTest, IsReadableByItsOwnerOnly) {
  written("t", {"x"}, "");
  EXPECT_EQ(mode(), 0600U);
}

TEST_F(RowsFileTest, ClosesAFileThatOthersCouldRead) {
  std::ofstream(path_) << "left from before";
  ASSERT_EQ(::chmod(path_.c_str(), 0644), 0);
  EXPECT_EQ(written("t", {"x"}, ""), "\"t\",7,120,33,,,\"\",\"•\"\n");
  EXPECT_EQ(mode(), 0600U);
}

TEST_F(RowsFileTest, SaysThatItCannotBeWritten) {
  const auto rows = RowsFile::create((folder_ / "no such folder" / "rows.csv").string(), false);
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.error().code, ErrorCode("engine.rows_unwritable"));
  EXPECT_EQ(rows.error().kind, ErrorKind::io);
}

TEST_F(RowsFileTest, SaysThatTheDiskIsFull) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  auto rows = RowsFile::create("/dev/full", false);
  ASSERT_TRUE(rows);
  const auto closed = (*rows)->close();
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().code, ErrorCode("engine.rows_unwritable"));
}

}  // namespace
}  // namespace sidik::engine
