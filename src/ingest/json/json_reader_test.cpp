#include "ingest/json/json_reader.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

TEST(JsonReader, ReadsLinesAndNoticesLateMembers) {
  const std::string text = "{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\",\"c\":true}\nnot json\n{\"a\":2}\n[1]\n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
    const Reading reading = read_text(text, {}, {}, piece);
    ASSERT_TRUE(reading.status);
    EXPECT_EQ(reading.info.columns, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(reading.info.format, "json_lines");
    ASSERT_EQ(reading.account.records, 3U);
    EXPECT_EQ(reading.account.rejected, 2U);
    EXPECT_EQ(reading.account.lines, 5U);
    EXPECT_EQ(sum_of(reading.account), text.size());
  }
}

TEST(JsonReader, TellsAFirstLineThatIsNoObjectFromDamage) {
  const auto not_object = static_cast<std::size_t>(table::RejectReason::json_not_object);
  for (const std::string first : {"[1]", "[]", "[\"a\",2]"}) {
    const Reading reading = read_text(first + "\n{\"a\":1}\n{\"a\":2}\n", {}, {}, 7);
    ASSERT_TRUE(reading.status) << first;
    EXPECT_EQ(reading.info.format, "json_lines") << first;
    EXPECT_EQ(reading.records, (Rows{{"1"}, {"2"}})) << first;
    EXPECT_EQ(reading.account.reject_count[not_object], 1U) << first;
    EXPECT_EQ(reading.account.rejected, 1U) << first;
  }
  EXPECT_EQ(read_text("[1]\n[2]\n").status.error().code.name(), "ingest.no_table") << "valid JSON without one object";
  EXPECT_EQ(read_text("[1]\n[2\n").status.error().code.name(), "ingest.json_invalid");
  EXPECT_EQ(read_text("[{\"a\":1},\n{\"a\":2}]\n[{\"a\":3}]\n").account.records, 2U) << "an array of objects is one";
}

TEST(JsonReader, TakesCommasAtLineEndsBetweenObjects) {
  const std::string text = "{\"a\":1},\n{\"a\":2} ,\r\n{\"a\":3}\n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
    const Reading reading = read_text(text, {}, {}, piece);
    EXPECT_EQ(reading.records, (Rows{{"1"}, {"2"}, {"3"}}));
    EXPECT_EQ(reading.account.rejected, 0U);
    EXPECT_EQ(sum_of(reading.account), text.size());
  }
  EXPECT_EQ(read_text("{\"a\":1},\n{\"a\":2},\n").account.rejected, 1U);
  EXPECT_EQ(read_text("{\"a\":1},{\"a\":2}\n{\"a\":3}\n").account.rejected, 1U);
}

TEST(JsonReader, ReadsAnArrayOfObjects) {
  const std::string text = " [ {\"a\":1},\n  {\"a\":2} , 7, {\"a\":3} ]\n";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.records, (Rows{{"1"}, {"2"}, {"3"}}));
  EXPECT_EQ(reading.account.reject_count[static_cast<std::size_t>(table::RejectReason::json_not_object)], 1U);
  EXPECT_EQ(sum_of(reading.account), text.size());
  EXPECT_EQ(reading.info.format, "json_array");
}

TEST(JsonReader, OpensAWrappedArray) {
  const Reading reading = read_text("{\"meta\":{\"n\":2},\"data\":{\"rows\":[{\"a\":1},{\"a\":2}]}}");
  EXPECT_EQ(reading.records, (Rows{{"1"}, {"2"}}));
  EXPECT_EQ(sum_of(reading.account), reading.account.total_bytes);
}

TEST(JsonReader, ReadsAMapOfRecords) {
  const std::string text = "{\"id1\": {\"a\":1,\"b\":\"x\"},\n \"id2\": {\"a\":2,\"key\":3}, \"x\":7}\n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
    const Reading reading = read_text("{\"id0\": {\"a\":0},\n" + text.substr(1), {}, {}, piece);
    EXPECT_EQ(reading.tables, 1U);
    EXPECT_NE(reading.info.format, "json_map");  // a member that is no object among the first: one record
    const Reading map = read_text(text.substr(0, text.find(", \"x\"")) + "}\n", {}, {}, piece);
    ASSERT_TRUE(map.status);
    EXPECT_EQ(map.info.format, "json_map");
    EXPECT_EQ(map.info.columns, (std::vector<std::string>{"key", "a", "b", "key"}));
    ASSERT_EQ(map.account.records, 2U);
    EXPECT_EQ(map.records[1], (std::vector<std::string>{"id2", "2", "", "3"}));
    EXPECT_EQ(sum_of(map.account), map.account.total_bytes);
  }
}

TEST(JsonReader, ReadsALongMapAsItStreams) {
  std::string text = "{";
  for (int i = 0; i < 20000; ++i) {
    text += (i > 0 ? "," : "") + ("\"u" + std::to_string(i)) + "\":{\"name\":\"N\",\"city\":\"" + std::string(60, 'c') +
            "\"}";
  }
  text += "}";
  Limits limits;
  limits.record_bytes = 1000;
  const Reading reading = read_text(text, {}, limits);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.account.records, 20000U);
  EXPECT_EQ(reading.info.columns.size(), 3U);
  EXPECT_EQ(sum_of(reading.account), text.size());
  const Reading cut = read_text(text.substr(0, text.size() - 30), {}, limits);
  EXPECT_EQ(cut.account.records, 19999U);
  EXPECT_FALSE(cut.cut_because.empty());
  EXPECT_EQ(sum_of(cut.account), text.size() - 30);
}

TEST(JsonReader, OpensAWrappedMap) {
  const std::string text = "{\"v\":1,\"users\":{\"k1\":{\"a\":1},\"k2\":{\"a\":2}},\"end\":true}";
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.records, (Rows{{"k1", "1"}, {"k2", "2"}}));
  EXPECT_EQ(sum_of(reading.account), text.size());
}

TEST(JsonReader, TakesLinesOfLikeObjectsForRecords) {
  const std::string line = "{\"home\":{\"street\":\"A\"},\"work\":{\"street\":\"B\"},\"other\":{\"street\":\"C\"}}\n";
  const Reading reading = read_text(line + line + line);
  EXPECT_EQ(reading.info.format, "json_lines");
  EXPECT_EQ(reading.account.records, 3U);
}

TEST(JsonReader, ReadsArraysOfOneLengthAsRecords) {
  const std::string text = "[[1, \"a\\nb\", null],\n [2, {\"x\":1}, true], 7, [3]]";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{100000}}) {
    const Reading reading = read_text(text, {}, {}, piece);
    EXPECT_EQ(reading.records, (Rows{{"1", "a\nb", ""}, {"2", "{\"x\":1}", "true"}, {"3", "", ""}}));
    EXPECT_EQ(reading.account.rejected, 1U);
    EXPECT_EQ(sum_of(reading.account), text.size());
  }
  const Reading lines = read_text("[1,\"x\"]\n[2,\"y\"]\n[3,\"z\"]\n");
  EXPECT_EQ(lines.records, (Rows{{"1", "x"}, {"2", "y"}, {"3", "z"}}));
}

TEST(JsonReader, NeverTakesAnInvalidTextForAValidOne) {
  for (const char* text : {"[{\"a\":1},]", "[{\"a\":1}", "[{\"a\":1}{\"a\":2}]", "{\"a\":1}}", "[{\"a\":1}]x",
                           "[{\"a\":1},{\"a\":]", "{\"a\":1", "[{\"a\":01}]"}) {
    const Reading reading = read_text(text, {}, {}, 1 << 16, "x.json");
    EXPECT_TRUE(!reading.status || reading.account.rejected > 0 || !reading.cut_because.empty()) << text;
    if (reading.status) {
      EXPECT_EQ(sum_of(reading.account), reading.account.total_bytes) << text;
    }
  }
}

TEST(JsonReader, SaysThatJsonWithoutObjectsIsNoTable) {
  for (const char* text : {"[]", "[1,2]", "3", "\"x\"", "[[1],[2]]", "null"}) {
    EXPECT_EQ(read_text(text, {}, {}, 1 << 16, "x.json").status.error().code.name(), "ingest.no_table") << text;
  }
  EXPECT_EQ(read_text("[1,", {}, {}, 1 << 16, "x.json").status.error().code.name(), "ingest.json_invalid");
}

}  // namespace
}  // namespace sidik::ingest
