#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "findings/json.hpp"

namespace sidik::findings {
namespace {

std::string rich() {
  std::ifstream file(std::string(SIDIK_SOURCE_DIR) + "/tests/golden/rich.json", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The rich document with the first `from` replaced by `to`.
std::string damaged(const std::string& from, const std::string& to) {
  std::string text = rich();
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

struct Damage {
  const char* from;
  const char* to;
  const char* code;
  const char* what;
};

class DamagedDocument : public testing::TestWithParam<Damage> {};

TEST_P(DamagedDocument, IsRefusedByTheNameOfItsFault) {
  const auto document = from_json(damaged(GetParam().from, GetParam().to));
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code.name(), GetParam().code);
  EXPECT_EQ(document.error().kind, ErrorKind::invalid_input);
  EXPECT_NE(document.error().what.find(GetParam().what), std::string::npos) << document.error().what;
  EXPECT_FALSE(document.error().next.empty());
}

constexpr Damage kDamages[] = {
    {"\"sidik\":", "\"sidek\":", "findings.not_findings", "sidik is missing"},
    {"\"findings\": 1", "\"findings\": 2", "findings.not_findings", "sidik.findings is not 1"},
    {"\"findings\": 1", "\"findings\": -1", "findings.not_findings", "sidik.findings has another type"},
    {"\"seconds\": 4.83", "\"seconds\": \"4.83\"", "findings.not_findings", "sidik.seconds has another type"},
    {"\"complete\": true", "\"complete\": 1", "findings.not_findings", "exhibits[0].complete"},
    {"\"position\": 2,", "\"position\": 4294967296,", "findings.not_findings", "tables[0].columns[1].position"},
    {"\"wrong_length\": 5519", "\"wrong_length\": -5519", "findings.not_findings", "columns[0].faults"},
    {"\"records\": 999731,", "", "findings.not_findings", "exhibits[0].tables[0].records is missing"},
    {"\"count\": 198", "\"count\": 198.5", "findings.not_findings", "rejects[0].count"},
    {"\"flags\": [", "\"flags\": [7, ", "findings.not_findings", "severity.flags"},
    {"\"severity\": {", "\"severity\": null, \"x\": {", "findings.not_findings", "severity is no object"},
    {"\"claims\": [", "\"claims\": 3, \"x\": [", "findings.not_findings", "claims is no array"},
    {"\"alarms\": [", "\"alarms\": [5, ", "findings.not_findings", "alarms[0] is no object"},
    {"\"version\"", "version", "findings.not_json", "no JSON"},
    {"\"version\"", "\"\xff\"", "findings.not_json", "no JSON"},
    {"4.83", "1e999", "findings.not_json", "no JSON"},
};
INSTANTIATE_TEST_SUITE_P(All, DamagedDocument, testing::ValuesIn(kDamages));

TEST(JsonRead, PassesOverKeysOfLaterPrograms) {
  const auto document =
      from_json(damaged("\"sidik\":", "\"foreseen\": [1], \"authenticity\": {\"log10_lr\": 1}, \"sidik\":"));
  EXPECT_TRUE(document) << to_line(document.error());
}

TEST(JsonRead, RefusesDeepNestingBeforeParsing) {
  for (const char* open : {"[", "{\"a\":"}) {
    std::string text;
    for (int depth = 0; depth < 1000000; ++depth) text += open;
    const auto document = from_json(text);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code.name(), "findings.not_json");
  }
}

TEST(JsonRead, DoesNotCountBracketsInsideStrings) {
  EXPECT_TRUE(from_json(damaged("0.1.0", std::string(1000, '[') + "\\\"" + std::string(1000, '{'))));
}

TEST(JsonRead, RefusesEveryCutOfADocument) {
  const std::string text = rich();
  for (std::size_t length = 0; length + 2 < text.size(); length += 97) {
    EXPECT_FALSE(from_json(std::string_view(text).substr(0, length))) << length;
  }
}

TEST(JsonRead, NeverRepeatsAValueInAnError) {
  const auto document = from_json(damaged("\"filled\": 999731", "\"filled\": \"CANARY-77\""));
  ASSERT_FALSE(document);
  EXPECT_EQ(to_line(document.error()).find("CANARY"), std::string::npos);
}

TEST(JsonRead, RefusesOtherTopLevels) {
  for (const char* text : {"", " ", "3", "[]", "null", "\"x\"", "{}"}) EXPECT_FALSE(from_json(text)) << text;
}

}  // namespace
}  // namespace sidik::findings
