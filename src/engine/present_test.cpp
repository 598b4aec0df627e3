#include "engine/present.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

class Present : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("sidik_present_test_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string path(const char* name) const { return (folder_ / name).string(); }
  [[nodiscard]] static std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  [[nodiscard]] static unsigned mode(const std::string& path) {
    struct stat about{};
    EXPECT_EQ(::stat(path.c_str(), &about), 0);
    return about.st_mode & 0777U;
  }
  [[nodiscard]] static std::string golden(const char* name) {
    return std::string(SIDIK_SOURCE_DIR) + "/tests/golden/" + name;
  }

  fs::path folder_;
};

TEST_F(Present, GivesBackTheDocumentThatItReads) {
  const auto document = read_document(golden("rich.json"));
  ASSERT_TRUE(document);
  ASSERT_TRUE(write_file(path("again.json"), to_json(*document)));
  const auto again = read_document(path("again.json"));
  ASSERT_TRUE(again);
  EXPECT_EQ(to_json(*again), to_json(*document));
}

TEST_F(Present, SaysWhatIsNoDocument) {
  EXPECT_EQ(read_document(path("nowhere.json")).error().code, ErrorCode("engine.not_found"));
  std::ofstream(path("text.json")) << "no JSON";
  EXPECT_EQ(read_document(path("text.json")).error().code, ErrorCode("findings.not_json"));
  std::ofstream(path("other.json")) << "[1]";
  EXPECT_EQ(read_document(path("other.json")).error().code, ErrorCode("findings.not_findings"));
}

TEST_F(Present, SpeaksTheLanguageThatIsAsked) {
  const auto document = read_document(golden("rich.json"));
  ASSERT_TRUE(document);
  Presentation indonesian;
  indonesian.language = "id";
  const auto english_text = to_text(*document, {});
  const auto indonesian_text = to_text(*document, indonesian);
  ASSERT_TRUE(english_text && indonesian_text);
  EXPECT_NE(english_text->find("records"), std::string::npos);
  EXPECT_NE(indonesian_text->find("rekaman"), std::string::npos);
  const auto html = to_html(*document, indonesian);
  ASSERT_TRUE(html);
  EXPECT_NE(html->find("<html lang=\"id\""), std::string::npos);
}

TEST_F(Present, SaysWhichPackIsMissing) {
  Presentation how;
  how.packs = {"atlantis"};
  EXPECT_EQ(to_text({}, how).error().code, ErrorCode("pack.unknown"));
  EXPECT_EQ(to_html({}, how).error().code, ErrorCode("pack.unknown"));
}

TEST_F(Present, WritesAFileForItsOwnerOnly) {
  ASSERT_TRUE(write_file(path("new.html"), "text"));
  EXPECT_EQ(read(path("new.html")), "text");
  EXPECT_EQ(mode(path("new.html")), 0600U);
}

TEST_F(Present, ClosesAFileThatOthersCouldRead) {
  std::ofstream(path("old.html")) << "a longer text from before";
  ASSERT_EQ(::chmod(path("old.html").c_str(), 0644), 0);
  ASSERT_TRUE(write_file(path("old.html"), "text"));
  EXPECT_EQ(read(path("old.html")), "text");
  EXPECT_EQ(mode(path("old.html")), 0600U);
}

TEST_F(Present, NeverOverwritesTheDocumentThatIsShown) {
  std::ofstream(path("findings.json")) << "evidence";
  fs::create_symlink(path("findings.json"), path("alias.json"));
  for (const char* target : {"findings.json", "alias.json"}) {
    const auto status = write_file(path(target), "report", path("findings.json"));
    ASSERT_FALSE(status) << target;
    EXPECT_EQ(status.error().kind, ErrorKind::refused);
  }
  EXPECT_EQ(read(path("findings.json")), "evidence");
}

TEST_F(Present, SaysWhatCannotBeWritten) {
  const auto status = write_file(path("no such folder") + "/report.html", "text");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode("engine.unwritable"));
  EXPECT_EQ(status.error().kind, ErrorKind::io);
  if (fs::exists("/dev/full")) {
    EXPECT_EQ(write_file("/dev/full", "text").error().code, ErrorCode("engine.unwritable"));
  }
}

}  // namespace
}  // namespace sidik::engine
