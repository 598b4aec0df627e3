#include "people/pattern_table.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace sidik::people {
namespace {

TEST(PatternTable, CountsAsAMapDoes) {
  PatternTable table;
  std::map<AgreementPattern, double> counts;
  std::mt19937_64 random(5);
  for (int i = 0; i < 100000; ++i) {
    // Pattern 0, all values missing, is one like the others.
    const AgreementPattern pattern = random() % 5 == 0 ? 0 : random() % 30000;
    const auto pairs = static_cast<double>(1 + random() % 7);
    table.add(pattern, pairs);
    counts[pattern] += pairs;
  }
  std::map<AgreementPattern, double> taken;
  table.for_each([&](const PatternCount& count) { EXPECT_TRUE(taken.emplace(count.pattern, count.pairs).second); });
  EXPECT_EQ(taken, counts);
}

TEST(PatternTable, IsEmptyAtFirst) {
  PatternTable().for_each([](const PatternCount&) { FAIL(); });
}

}  // namespace
}  // namespace sidik::people
