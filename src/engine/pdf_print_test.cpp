#include "engine/pdf_print.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class PdfPrint : public FolderTest {};

TEST_F(PdfPrint, NamesThePackageWhereThereIsNoChromium) {
  const std::string path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
  ::setenv("PATH", folder_.c_str(), 1);          // NOLINT(concurrency-mt-unsafe)
  const auto status = write_pdf((folder_ / "a.pdf").string(), "<p>x</p>");
  ::setenv("PATH", path.c_str(), 1);  // NOLINT(concurrency-mt-unsafe)
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode("engine.no_chromium"));
  EXPECT_NE(status.error().next.find("package chromium"), std::string::npos);
}

TEST_F(PdfPrint, PrintsAPage) {
  const std::string file = (folder_ / "a.pdf").string();
  const auto status = write_pdf(file, "<!doctype html><p>Pernyataan</p>");
  if (!status && status.error().code == ErrorCode("engine.no_chromium")) GTEST_SKIP() << "no Chromium here";
  ASSERT_TRUE(status) << status.error().what;
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  EXPECT_TRUE(bytes.starts_with("%PDF-"));
  EXPECT_FALSE(write_pdf((folder_ / "none" / "a.pdf").string(), "<p>x</p>"));
}

}  // namespace
}  // namespace sidik::engine
