#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <sstream>

#include "findings/json.hpp"

namespace sidik::findings {
namespace {

std::string golden(const std::string& name) {
  std::ifstream file(std::string(SIDIK_SOURCE_DIR) + "/tests/golden/" + name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class GoldenDocument : public testing::TestWithParam<const char*> {};

TEST_P(GoldenDocument, ComesBackByteForByte) {
  const std::string text = golden(GetParam());
  ASSERT_FALSE(text.empty());
  const auto document = from_json(text);
  ASSERT_TRUE(document) << to_line(document.error());
  EXPECT_EQ(to_json(*document), text);
}

INSTANTIATE_TEST_SUITE_P(All, GoldenDocument, testing::Values("rich.json", "minimal.json", "incomplete.json"));

TEST(JsonWrite, NamesTheRunInTheOrderOfTheSchema) {
  Document document;
  document.sidik = {"0.1.0", "examine -", "2026-01-02T03:04:05Z", 1.5, 4096, {}};
  EXPECT_EQ(to_json(document), R"({
  "sidik": {
    "version": "0.1.0",
    "findings": 1,
    "command": "examine -",
    "started": "2026-01-02T03:04:05Z",
    "seconds": 1.5,
    "peak_rss_bytes": 4096
  },
  "exhibits": [],
  "ledger": [],
  "claims": [],
  "alarms": []
}
)");
}

TEST(JsonWrite, KeepsEveryFieldOfADocument) {
  Document document;
  document.sidik.unmasked_because = "court order";
  Exhibit& exhibit = document.exhibits.emplace_back();
  exhibit.complete = false;
  exhibit.incomplete_because = "cut off";
  exhibit.skipped = {{"a.pdf", 12, "no_table"}};
  Table& table = exhibit.tables.emplace_back();
  table.decided_by = {{"quote", "user"}};
  table.padded = 3;
  table.bytes = {std::numeric_limits<std::uint64_t>::max(), 1, 2, 3, 4, 5};
  Column& column = table.columns.emplace_back();
  column.name = "quote \" backslash \\ tab \t";
  column.faults = {{"check_digit", 7}};
  column.examples_masked = {"A••"};
  document.severity.emplace().flags = {"more_than_100_individuals"};
  const std::string text = to_json(document);
  const auto back = from_json(text);
  ASSERT_TRUE(back) << to_line(back.error());
  EXPECT_EQ(to_json(*back), text);
  EXPECT_EQ(back->exhibits[0].tables[0].columns[0].name, column.name);
  EXPECT_EQ(back->exhibits[0].tables[0].bytes.total, std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(back->sidik.unmasked_because, "court order");
}

TEST(JsonWrite, ReplacesBytesThatAreNoUtf8) {
  Document document;
  document.exhibits.emplace_back().path = "dump\xff\xc3.csv";
  const std::string text = to_json(document);
  const auto back = from_json(text);
  ASSERT_TRUE(back) << to_line(back.error());
  EXPECT_EQ(back->exhibits[0].path, "dump\xef\xbf\xbd\xef\xbf\xbd.csv");
}

TEST(JsonWrite, WritesNoInfinity) {
  Document document;
  document.sidik.seconds = std::numeric_limits<double>::infinity();
  document.severity.emplace().score = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(from_json(to_json(document)));
}

}  // namespace
}  // namespace sidik::findings
