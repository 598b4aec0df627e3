#include "ingest/survey.hpp"

#include <unistd.h>
#include <zlib.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ingest/unpack/unpacker.hpp"

namespace sidik::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongText = std::size_t{9} << 20;   ///< above the 8 MiB that the header names
constexpr std::size_t kShortText = std::size_t{7} << 20;  ///< below them
constexpr std::uint64_t kParts = 16;

/// The second field follows from the first, so a record that was cut anywhere is told from a whole one.
std::uint64_t mirrored(std::uint64_t number) { return number * 2654435761U % 1000000007U; }

std::string row(std::uint64_t number) { return fmt::format("{},{}\n", number, mirrored(number)); }

std::string rows_up_to(std::size_t bytes) {
  std::string text = "id,value\n";
  for (std::uint64_t number = 1; text.size() < bytes; ++number) text += row(number);
  return text;
}

Dialect two_columns() {
  Dialect dialect;
  dialect.columns = 2;
  dialect.has_header = true;
  return dialect;
}

std::uint64_t number_of(std::string_view field) {
  std::uint64_t number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return number;
}

class SurveyTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / fmt::format("sidik_survey_test_{}", ::getpid());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  Reopen plain(const std::string& text) {
    const std::string path = (folder_ / "plain.csv").string();
    std::ofstream(path, std::ios::binary) << text;
    return [this, path]() -> Result<ReopenedText> {
      SIDIK_TRY(auto file, FileSource::open(path, [this](std::string_view bytes) { bytes_read_ += bytes.size(); }));
      return ReopenedText{std::move(file), nullptr};
    };
  }
  Reopen packed(const std::string& text) {
    const std::string path = (folder_ / "packed.csv.gz").string();
    const gzFile file = gzopen(path.c_str(), "wb1");
    EXPECT_EQ(gzwrite(file, text.data(), static_cast<unsigned>(text.size())), static_cast<int>(text.size()));
    gzclose(file);
    return [path]() -> Result<ReopenedText> {
      SIDIK_TRY(auto source, FileSource::open(path, nullptr));
      ReopenedText again{std::move(source), nullptr};
      SIDIK_TRY(again.unpacked, open_packed(ContainerKind::gzip, *again.file, UnpackTerms{}));
      return again;
    };
  }

  fs::path folder_;
  std::uint64_t bytes_read_ = 0;
};

/// How many sixteenths of the text, by row number, the survey has records of.
std::size_t parts_seen(const table::RecordBatch& batch, std::uint64_t last_number) {
  std::set<std::uint64_t> parts;
  for (std::size_t r = 0; r < batch.records(); ++r)
    parts.insert(number_of(batch.field(r, 0)) * kParts / (last_number + 1));
  return parts.size();
}

void expect_whole_records_in_order(const table::RecordBatch& batch) {
  std::uint64_t before = 0;
  for (std::size_t r = 0; r < batch.records(); ++r) {
    const std::uint64_t number = number_of(batch.field(r, 0));
    ASSERT_EQ(batch.field(r, 0), std::to_string(number));
    ASSERT_EQ(batch.field(r, 1), std::to_string(mirrored(number))) << "a cut line was taken for a record";
    ASSERT_GT(number, before);
    before = number;
  }
}

std::uint64_t last_number_of(const std::string& text) {
  return number_of(std::string_view(text).substr(text.rfind('\n', text.size() - 2) + 1));
}

TEST_F(SurveyTest, TakesWholeRecordsFromAllOverAPlainFile) {
  const std::string text = rows_up_to(kLongText);
  const auto survey = survey_records(plain(text), two_columns(), {});
  ASSERT_TRUE(survey);
  EXPECT_GT(survey->batch.records(), 10000U);
  EXPECT_EQ(parts_seen(survey->batch, last_number_of(text)), kParts);
  expect_whole_records_in_order(survey->batch);
  EXPECT_EQ(survey->batch.field(0, 0), "1") << "the header is no record";
}

TEST_F(SurveyTest, TakesThemFromAPackedFileToo) {
  const std::string text = rows_up_to(kLongText);
  const auto survey = survey_records(packed(text), two_columns(), {});
  ASSERT_TRUE(survey);
  EXPECT_GT(survey->batch.records(), 10000U);
  EXPECT_EQ(parts_seen(survey->batch, last_number_of(text)), kParts);
  expect_whole_records_in_order(survey->batch);
}

TEST_F(SurveyTest, ReadsTwoMebibytesOfAPlainFile) {
  ASSERT_TRUE(survey_records(plain(rows_up_to(kLongText)), two_columns(), {}));
  EXPECT_EQ(bytes_read_, std::uint64_t{2} << 20);
}

TEST_F(SurveyTest, TakesNothingFromAShortText) {
  const std::string text = rows_up_to(kShortText);
  for (const auto& reopen : {plain(text), packed(text)}) {
    const auto survey = survey_records(reopen, two_columns(), {});
    ASSERT_TRUE(survey);
    EXPECT_EQ(survey->batch.records(), 0U);
  }
  EXPECT_EQ(bytes_read_, 0U);
}

TEST_F(SurveyTest, TakesNothingFromPlacesThatAreNoSuchRecords) {
  std::string text = "id,value\n";
  std::uint64_t number = 0;
  while (text.size() < kLongText / 2) text += row(++number);
  const std::uint64_t last = number;
  while (text.size() < kLongText * 3 / 4) text += "one,two,three\n";
  while (text.size() < kLongText) text += "\"unclosed, and so on\n";
  const auto survey = survey_records(plain(text), two_columns(), {});
  ASSERT_TRUE(survey);
  EXPECT_GT(survey->batch.records(), 10000U);
  EXPECT_EQ(parts_seen(survey->batch, last), kParts);
  expect_whole_records_in_order(survey->batch);
}

/// A place may begin inside a quoted field of several lines, whose lines look like records.
TEST_F(SurveyTest, TakesNoLineOfAQuotedFieldForARecord) {
  std::string text = "note,value\n";
  for (std::uint64_t number = 1; text.size() < kLongText; ++number) {
    text += fmt::format("\"begins {0}\nin the middle, {0}\nends {0}\",{1}\n", number, mirrored(number));
  }
  const auto survey = survey_records(plain(text), two_columns(), {});
  ASSERT_TRUE(survey);
  EXPECT_GT(survey->batch.records(), 10000U);
  for (std::size_t r = 0; r < survey->batch.records(); ++r)
    ASSERT_TRUE(survey->batch.field(r, 0).starts_with("begins ")) << r;
}

TEST_F(SurveyTest, PassesOnWhyATextCannotBeOpened) {
  const Reopen gone = []() -> Result<ReopenedText> {
    return fail(ErrorKind::not_found, "ingest.not_found", "gone", "look again");
  };
  const auto survey = survey_records(gone, two_columns(), {});
  ASSERT_FALSE(survey);
  EXPECT_EQ(survey.error().code, ErrorCode("ingest.not_found"));
}

TEST_F(SurveyTest, StopsWhenTheWorkIsCancelled) {
  CancelToken cancel;
  cancel.cancel();
  Context context;
  context.cancel = &cancel;
  const std::string text = rows_up_to(kLongText);
  for (const auto& reopen : {plain(text), packed(text)}) {
    const auto survey = survey_records(reopen, two_columns(), context);
    ASSERT_TRUE(survey);
    EXPECT_EQ(survey->batch.records(), 0U);
  }
}

}  // namespace
}  // namespace sidik::ingest
