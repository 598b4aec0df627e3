#include "ingest/json/json_shape.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

TEST(JsonShape, TellsRowsByTheirFirstTwo) {
  EXPECT_TRUE(holds_rows("[[1,2],[3,4]]", 0, 64));
  EXPECT_FALSE(holds_rows("[[1,2],[3]]", 0, 64));
  EXPECT_FALSE(holds_rows("[[1],[2]]", 0, 64)) << "one value is no row";
  EXPECT_FALSE(holds_rows("[1,2]", 0, 64));
  EXPECT_FALSE(holds_rows("[[1,2],[3,", 0, 64)) << "cut";
}

TEST(JsonShape, TellsAMapOfRecordsFromARecord) {
  const char* map = R"({"a":{"x":1,"y":2},"b":{"x":3,"y":4},"c":{"x":5,"y":6}})";
  EXPECT_TRUE(is_map_of_records(map, 0, true, true, 64));
  EXPECT_FALSE(is_map_of_records(R"({"a":{"x":1},"b":{"y":2},"c":{"z":3}})", 0, true, true, 64)) << "nothing in common";
  EXPECT_FALSE(is_map_of_records(R"({"name":"x","home":{"x":1}})", 0, true, true, 64));
}

TEST(JsonShape, FindsTheLargestArrayInAnObject) {
  const std::string text = R"({"few":[{"a":1},{"a":2}],"more":[{"a":1},{"a":2},{"a":3}]})";
  const JsonStretch found = find_wrapped_array(text, 0, 64, 2);
  EXPECT_EQ(text.substr(found.begin, found.end - found.begin), R"([{"a":1},{"a":2},{"a":3}])");
}

}  // namespace
}  // namespace sidik::ingest
