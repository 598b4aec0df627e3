#include "ingest/json/json_parser.hpp"

#include <gtest/gtest.h>

#include <map>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

JsonStatus skip(const std::string& text, bool is_last = true) {
  std::deque<std::string> kept;
  JsonParser parser(32, kept);
  std::size_t at = 0;
  const auto status = parser.skip_value(text, at, is_last);
  return status == JsonStatus::ok && at != text.size() ? JsonStatus::invalid : status;
}

TEST(JsonParser, TakesWhatTheGrammarTakes) {
  for (const char* text :
       {"{}", "[]", "0", "-0.5e+10", "\"\"", "\"\\u00e9\\n\"", "true", "null", "[1,{\"a\":[]}]", "{\"a\":{\"b\":1}}"}) {
    EXPECT_EQ(skip(text), JsonStatus::ok) << text;
  }
}

TEST(JsonParser, RefusesWhatItDoesNot) {
  for (const char* text : {"[1,]", "{,}", "{\"a\"}", "{a:1}", "01", "1.", "-", ".5", "+1", "\"\t\"", "\"\\x\"",
                           "\"\\u12\"", "tru", "[1 2]", "{\"a\":1,}", "'a'", "NaN"}) {
    EXPECT_NE(skip(text), JsonStatus::ok) << text;
  }
  EXPECT_EQ(skip(std::string(50, '[') + std::string(50, ']')), JsonStatus::too_deep);
}

TEST(JsonParser, WaitsForTheRestOfACutValue) {
  const std::string text = "{\"a\":[true,\"x\\u0041\",-1.5e3]}";
  for (std::size_t cut = 1; cut < text.size(); ++cut)
    EXPECT_EQ(skip(text.substr(0, cut), false), JsonStatus::incomplete) << cut;
}

TEST(JsonParser, GivesMembersFlatAndAsWritten) {
  const std::string text =
      R"({"id":3201010101900001234,"who":{"name":"A\"B","nick":null},"tags":[1, 2],"ok":true,"e":"\ud83d\ude00"})";
  std::deque<std::string> kept;
  JsonParser parser(32, kept);
  std::map<std::string, std::string> members;
  std::size_t at = 0;
  EXPECT_EQ(
      parser.read_object(text, at, true,
                         [&](std::string_view name, std::string_view value) { members[std::string(name)] = value; }),
      JsonStatus::ok);
  const std::map<std::string, std::string> expected = {
      {"id", "3201010101900001234"}, {"who.name", "A\"B"}, {"who.nick", ""}, {"tags", "[1, 2]"}, {"ok", "true"},
      {"e", "\xf0\x9f\x98\x80"}};
  EXPECT_EQ(members, expected);
}

}  // namespace
}  // namespace sidik::ingest
