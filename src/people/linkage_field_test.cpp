#include "people/linkage_field.hpp"

#include <gtest/gtest.h>

#include <set>

namespace sidik::people {
namespace {

TEST(LinkageField, EveryLevelHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (std::size_t level = 0; level < kLevels; ++level) names.insert(level_name(static_cast<Level>(level)));
  EXPECT_EQ(names.size(), kLevels);
  EXPECT_FALSE(names.contains(""));
  EXPECT_EQ(level_name(Level::exact), "exact");
  EXPECT_EQ(level_name(Level::different), "different");
}

}  // namespace
}  // namespace sidik::people
