#include "ingest/dialect/copy_text.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

TEST(CopyText, IsKnownByItsEscapes) {
  struct Case {
    const char* text;
    bool is_copy;
  };
  const Case cases[] = {
      {"1\ta\t\\N\n2\tb\tc\n3\tc\td\n", true},
      {"1\ta\\\\b\n2\tline\\nbreak\n3\tc\n", true},
      {"1\ta\n2\tb\n3\tc\n", false},                          // nothing speaks for it
      {"1\tC:\\temp\\new\n2\tb\n3\tc\n", false},              // paths of Windows
      {"1\tC:\\Users\\x\n2\t\\N\n3\tc\n", false},             // \U is no escape
      {"1\tx\\Ny\n2\tb\n3\tc\n", false},                      // \N inside a field
      {"1\ta\t\\N\n2\tb\n3\tc\td\n", false},                  // another number of tabs
      {"1\t\\N\n2\t\\N\n", false},                            // two lines
      {"1\t\\N\n2\t\\N\n3\tend\n4\tcut in the mid\\", true},  // the last line may be cut
  };
  for (const Case& c : cases) EXPECT_EQ(looks_like_copy_text(c.text, false, {}), c.is_copy) << c.text;
  ReadOptions options;
  options.quote = '"';
  EXPECT_FALSE(looks_like_copy_text(cases[0].text, true, options));
}

TEST(CopyText, IsReadWithItsEscapesUndone) {
  const std::string text =
      "1\tAni\\tRatna\t\\N\n2\t\"quoted\"\tback\\\\slash\n3\ttwo\\nlines\tJl. Merdeka 5\n4\tplain\t\\101\n";
  const Reading reading = read_text(text);
  ASSERT_TRUE(reading.status) << to_line(reading.status.error());
  EXPECT_EQ(reading.info.format, "copy_text");
  EXPECT_EQ(reading.records, (Rows{{"1", "Ani\tRatna", ""},
                                   {"2", "\"quoted\"", "back\\slash"},
                                   {"3", "two\nlines", "Jl. Merdeka 5"},
                                   {"4", "plain", "A"}}));
  EXPECT_EQ(sum_of(reading.account), text.size());
}

TEST(CopyText, SaysTheSameWithThreads) {
  std::string text;
  for (int i = 0; text.size() < (std::size_t{3} << 20); ++i) {
    text += std::to_string(i) + (i % 7 == 0 ? "\tback\\\\slash\t\\N\n" : "\tname " + std::to_string(i) + "\tBandung\n");
  }
  const Reading alone = read_text(text, {}, {}, std::size_t{1} << 20);
  const Reading shared = read_text(text, {}, {}, std::size_t{1} << 20, "text", 3);
  ASSERT_TRUE(alone.status);
  EXPECT_EQ(alone.info.format, "copy_text");
  EXPECT_EQ(alone.records[7][1], "back\\slash");
  EXPECT_EQ(shared.records, alone.records);
}

}  // namespace
}  // namespace sidik::ingest
