#include "text/utf8.hpp"

#include <gtest/gtest.h>

namespace sidik::text {
namespace {

TEST(Utf8, CountsBytesOfNoValidSequence) {
  const struct {
    std::string bytes;
    std::uint64_t invalid;
  } cases[] = {{"", 0},
               {"plain ASCII, longer than a block", 0},
               {"caf\xC3\xA9 \xE5\xB9\xB4 \xF0\x9F\x98\x80", 0},
               {"\x80", 1},
               {"\xC3", 1},
               {"\xC0\xAF", 2},
               {"\xED\xA0\x80", 3},
               {"\xF4\x90\x80\x80", 4},
               {"\xE5\xB9", 2},
               {"12345678\xFF"
                "9",
                1}};
  for (const auto& test : cases) EXPECT_EQ(count_invalid_utf8(test.bytes), test.invalid);
}

TEST(Utf8, PrintableReplacesWhatATerminalActsUpon) {
  EXPECT_EQ(printable("a\x1B[1m"), "a\xEF\xBF\xBD[1m");
  EXPECT_EQ(printable(std::string_view("\0", 1)), "\xEF\xBF\xBD");
  EXPECT_EQ(printable("\x7F"), "\xEF\xBF\xBD");
  EXPECT_EQ(printable("\xC2\x9B"), "\xEF\xBF\xBD");
  EXPECT_EQ(printable("\xFF\xC3\xA9"), "\xEF\xBF\xBD\xC3\xA9");
}

TEST(Utf8, EveryCodePointGoesThereAndBack) {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, code_point);
    std::size_t at = 0;
    ASSERT_EQ(next_code_point(text, at), code_point);
    ASSERT_EQ(at, text.size());
  }
}

}  // namespace
}  // namespace sidik::text
