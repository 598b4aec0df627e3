#include "report/faults.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "report/golden_for_test.hpp"

namespace sidik::report {
namespace {

TEST(Faults, ComeWithTheMostFrequentFirst) {
  const pack::Pack pack = example_pack();
  const Words words(Language::english, pack);
  findings::Column column;
  EXPECT_EQ(faults_in_words(words, column), "");
  column.faults = {{"zeros_lost", 1}, {"wrong_length", 5519}};
  const std::string text = faults_in_words(words, column);
  EXPECT_LT(text.find("5,519"), text.find("; "));
  EXPECT_TRUE(text.ends_with(" 1")) << text;
}

TEST(Faults, AreEightAtMost) {
  const pack::Pack pack = example_pack();
  const Words words(Language::english, pack);
  findings::Column column;
  for (int i = 0; i < 12; ++i) column.faults["fault_" + std::to_string(i)] = static_cast<std::uint64_t>(100 + i);
  const std::string text = faults_in_words(words, column);
  EXPECT_EQ(std::ranges::count(text, ';'), 7);
  EXPECT_NE(text.find("111"), std::string::npos) << "the most frequent";
  EXPECT_EQ(text.find("103"), std::string::npos) << "the ninth";
}

}  // namespace
}  // namespace sidik::report
