#include "people/value_pool.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace sidik::people {
namespace {

TEST(ValuePool, NumbersTextsFromOneAsTheyCome) {
  ValuePool pool;
  EXPECT_EQ(pool.intern("ana"), 1U);
  EXPECT_EQ(pool.intern("budi"), 2U);
  EXPECT_EQ(pool.intern("ana"), 1U);
  EXPECT_EQ(pool.intern(""), 0U);
  EXPECT_EQ(pool.size(), 3U);
  EXPECT_EQ(pool.text(2), "budi");
  EXPECT_EQ(pool.text(0), "");
}

TEST(ValuePool, KeepsCodesWhileItGrows) {
  ValuePool pool;
  std::map<std::string, ValueCode> known;
  std::mt19937_64 random(3);
  for (int i = 0; i < 50000; ++i) {
    std::string text = std::to_string(random() % 20000);
    if (i % 100 == 0) text += std::string(1, '\0') + "x";
    const ValueCode code = pool.intern(text);
    const auto [place, is_new] = known.emplace(text, code);
    ASSERT_EQ(place->second, code);
    ASSERT_TRUE(!is_new || code == known.size());
  }
  for (const auto& [text, code] : known) ASSERT_EQ(pool.text(code), text);
  EXPECT_EQ(pool.size(), known.size() + 1);
}

}  // namespace
}  // namespace sidik::people
