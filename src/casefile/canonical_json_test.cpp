#include "casefile/canonical_json.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sidik::casefile {
namespace {

TEST(CanonicalJson, HasOneForm) {
  EXPECT_EQ(to_canonical(Json{{"b", 1}, {"a", {1, 2}}, {"B", "é\n"}}), "{\"B\":\"é\\n\",\"a\":[1,2],\"b\":1}");
  for (const char* text :
       {"{\"b\":1,\"a\":2}", "{\"a\": 1}", "{\"a\":1}\n", "{\"a\":1.5}", "{\"a\":1e3}", "{\"a\":\"\\u0041\"}",
        "{\"a\":1,\"a\":2}", "{\"a\":-0}", "{\"a\":01}", "{", "", "{\"a\":\"\xff\"}"})
    EXPECT_FALSE(from_canonical(text)) << text;
}

TEST(CanonicalJson, ReadsWhatItWrites) {
  const Json value{{"list", {1, "two", nullptr, true}}, {"number", 18446744073709551615ULL}, {"minus", -5}};
  const auto text = to_canonical(value);
  ASSERT_TRUE(text);
  EXPECT_EQ(from_canonical(*text), value);
}

TEST(CanonicalJson, RefusesWhatCannotBeHashedAlike) {
  EXPECT_FALSE(to_canonical(Json{{"a", 0.5}}));
  EXPECT_FALSE(to_canonical(Json{{"a", "\xc3"}}));
}

TEST(CanonicalJson, StopsBeforeDepthAndLengthHurt) {
  EXPECT_FALSE(from_canonical(std::string(100000, '[')));
  EXPECT_FALSE(from_canonical("\"" + std::string(std::size_t{2} << 20, 'a') + "\""));
  EXPECT_TRUE(from_canonical("\"" + std::string(1000, 'a') + "\""));
}

}  // namespace
}  // namespace sidik::casefile
