#include "engine/register_reading.hpp"

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class RegisterReadingTest : public FolderTest {
 protected:
  Result<RegisterReading> read(const std::string& path) {
    SecretDraw draw(1);
    return read_register(path, meanings_for_test(), draw, Context{});
  }
};

TEST_F(RegisterReadingTest, KnowsWhereTheRowsLie) {
  const std::string text = "nik,nama\n3273010101900001,SITI\n3273014203850002,BUDI\n";
  const auto reading = read(write("register.csv", text));
  ASSERT_TRUE(reading) << to_line(reading.error());
  EXPECT_TRUE(reading->is_plain);
  EXPECT_EQ(reading->rows, 2U);
  EXPECT_EQ(reading->offsets, (std::vector<std::uint64_t>{text.find("3273010101"), text.find("3273014203")}));
  EXPECT_EQ(reading->sample.columns, (std::vector<std::string>{"nik", "nama"}));
  EXPECT_EQ(reading->sample.rows.size(), 2U);
  EXPECT_EQ(reading->sha256.size(), 64U);
}

TEST_F(RegisterReadingTest, SamplesALongRegisterAndReadsItAgainWhole) {
  std::string text = "nik,nama\n";
  for (int i = 0; i < 30000; ++i) text += std::to_string(3273010101900000 + i) + ",ORANG" + std::to_string(i) + "\n";
  const auto path = write("long.csv", text);
  const auto reading = read(path);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->rows, 30000U);
  EXPECT_EQ(reading->sample.rows.size(), 20000U);
  EXPECT_GT(reading->sample.places.back(), 0U);
  for (std::size_t i = 0; i < reading->sample.rows.size(); i += 777)
    EXPECT_EQ(reading->sample.rows[i][1], "ORANG" + std::to_string(reading->sample.places[i]));
  std::uint64_t next = 0;
  ASSERT_TRUE(
      for_each_row(path, meanings_for_test(), Context{}, [&](std::span<const std::string_view> fields) -> Status {
        EXPECT_EQ(fields[1], "ORANG" + std::to_string(next));
        ++next;
        return {};
      }));
  EXPECT_EQ(next, 30000U);
}

TEST_F(RegisterReadingTest, RefusesWhatACopyWouldMiss) {
  EXPECT_EQ(read(write("two.sql",
                       "CREATE TABLE a (x text);\nINSERT INTO a VALUES ('1');\nCREATE TABLE b (x text);\nINSERT INTO b "
                       "VALUES ('1');\n"))
                .error()
                .code.name(),
            "engine.register_tables");
  std::string ragged = "nik,nama,kota\n";
  for (int i = 0; i < 200; ++i) ragged += "3273010101900001,SITI,BANDUNG\n";
  ragged += "1,2,3,4,5\n3273010101900001,SITI,BANDUNG\n";
  EXPECT_EQ(read(write("ragged.csv", ragged)).error().code.name(), "engine.register_rejects");
  EXPECT_EQ(read((folder_ / "none").string()).error().code.name(), "ingest.not_found");
}

}  // namespace
}  // namespace sidik::engine
