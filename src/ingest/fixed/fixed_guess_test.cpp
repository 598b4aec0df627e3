#include <string>

#include <gtest/gtest.h>

#include "ingest/fixed/fixed_layout.hpp"

namespace sidik::ingest {
namespace {

std::string padded(int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i) {
    std::string name = i % 2 == 0 ? "Budi Santoso" : "Ani Wijaya";
    name.resize(16, ' ');
    std::string town = i % 3 == 0 ? "Bogor" : "Kota Solo";
    town.resize(12, ' ');
    text += std::to_string(1000 + i) + "  " + name + town + std::to_string(20 + i % 50) + "\n";
  }
  return text;
}

TEST(FixedGuess, FindsColumnsByWhatIsBlankInAllLines) {
  const auto layout = find_padded(padded(40), true, {});
  ASSERT_TRUE(layout);
  ASSERT_EQ(layout->columns.size(), 4U);
  EXPECT_EQ(layout->columns[1].begin, 6U);
  EXPECT_EQ(layout->columns[2].begin, 22U);
  EXPECT_EQ(layout->columns[3].begin, 34U);
}

TEST(FixedGuess, FindsNoneInProseAndInTooFewLines) {
  EXPECT_FALSE(find_padded(padded(5), true, {}));
  std::string prose;
  for (int i = 0; i < 30; ++i) prose += "word" + std::string(static_cast<std::size_t>(i % 7), 'x') + " and another\n";
  EXPECT_FALSE(find_padded(prose, true, {}));
  EXPECT_FALSE(find_padded("", true, {}));
}

TEST(FixedGuess, KnowsListingsByTheirRule) {
  const auto ruled = find_listing("id    name\n----- ----------\n    1 Budi\n    2 Siti\n", true, {});
  ASSERT_TRUE(ruled);
  EXPECT_EQ(ruled->form, FixedLayout::Form::ruled);
  EXPECT_EQ(ruled->columns.size(), 2U);
  EXPECT_TRUE(ruled->has_header);
  const auto barred =
      find_listing("+----+------+\n| id | name |\n+----+------+\n|  1 | A    |\n+----+------+\n", true, {});
  ASSERT_TRUE(barred);
  EXPECT_EQ(barred->form, FixedLayout::Form::barred);
  EXPECT_TRUE(barred->has_outer_bars);
  EXPECT_FALSE(find_listing("a,b\n1,2\n3,4\n", true, {}));
  ReadOptions options;
  options.delimiter = ",";
  EXPECT_FALSE(find_listing("id    name\n----- ----------\n    1 Budi\n    2 Siti\n", true, options))
      << "what the user set stands";
}

TEST(FixedGuess, DoubtsOnlyDialectsOfBlanks) {
  Dialect dialect;
  EXPECT_FALSE(may_be_padding(dialect));
  dialect.delimiter = " ";
  EXPECT_TRUE(may_be_padding(dialect));
  dialect.delimiter.clear();
  EXPECT_TRUE(may_be_padding(dialect));
  dialect.last_takes_rest = true;
  EXPECT_FALSE(may_be_padding(dialect));
}

}  // namespace
}  // namespace sidik::ingest
