#include "ingest/sqlite/sqlite_record.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <string>

#include "ingest/sqlite/sqlite_for_test.hpp"

namespace sidik::ingest {
namespace {

std::string in_words(std::uint64_t type, std::string_view bytes, SqliteEncoding encoding = SqliteEncoding::utf8) {
  TextArena arena;
  std::uint64_t invalid = 0;
  std::string text(value_in_words({type, bytes}, encoding, arena, invalid));
  return invalid == 0 ? text : text + " invalid " + std::to_string(invalid);
}
std::string real_in_words(double number) {
  return in_words(7, SqliteBytes::big_endian(std::bit_cast<std::uint64_t>(number), 8));
}

TEST(SqliteRecord, ReadsVarintsOfEveryLength) {
  struct Case {
    std::string bytes;
    std::uint64_t value;
  };
  const Case cases[] = {{std::string(1, '\0'), 0},
                        {"\x7f", 127},
                        {std::string("\x81\0", 2), 128},
                        {"\xff\xff\xff\xff\xff\xff\xff\xff\xff", ~std::uint64_t{0}}};
  for (const auto& one : cases) {
    std::size_t at = 0;
    std::uint64_t value = 1;
    ASSERT_TRUE(read_varint(one.bytes + "rest", at, value));
    EXPECT_EQ(value, one.value);
    EXPECT_EQ(at, one.bytes.size());
    at = 0;
    EXPECT_FALSE(read_varint(std::string_view(one.bytes).substr(0, one.bytes.size() - 1), at, value));
  }
}

TEST(SqliteRecord, WritesIntegersOfEveryWidth) {
  EXPECT_EQ(in_words(0, ""), "");
  EXPECT_EQ(in_words(8, ""), "0");
  EXPECT_EQ(in_words(9, ""), "1");
  EXPECT_EQ(in_words(1, "\xff"), "-1");
  EXPECT_EQ(in_words(2, std::string_view("\x80\0", 2)), "-32768");
  EXPECT_EQ(in_words(3, std::string_view("\1\0\0", 3)), "65536");
  EXPECT_EQ(in_words(5, std::string_view("\xff\0\0\0\0\0", 6)), "-1099511627776");
  EXPECT_EQ(in_words(6, std::string_view("\x80\0\0\0\0\0\0\0", 8)), "-9223372036854775808");
}

TEST(SqliteRecord, WritesRealsInTheirShortestDigits) {
  EXPECT_EQ(real_in_words(0.1), "0.1");
  EXPECT_EQ(real_in_words(2), "2");
  EXPECT_EQ(real_in_words(-1e300), "-1e+300");
  EXPECT_EQ(real_in_words(3173000000000000), "3173000000000000");
  EXPECT_EQ(real_in_words(std::numeric_limits<double>::quiet_NaN()), "");
  EXPECT_EQ(real_in_words(-std::numeric_limits<double>::infinity()), "-Inf");
}

TEST(SqliteRecord, KeepsTextAndSaysWhatIsInvalid) {
  EXPECT_EQ(in_words(13 + 6, "Ani"), "Ani");
  EXPECT_EQ(in_words(13 + 6, "A\xff\xfe"), "A\xff\xfe invalid 2");
  EXPECT_EQ(in_words(12 + 6, std::string_view("\0\xab\x10", 3)), "0x00ab10");
  EXPECT_EQ(in_words(13 + 8, std::string_view("A\0\xe9\0", 4), SqliteEncoding::utf16le), "A\xc3\xa9");
  EXPECT_EQ(in_words(13 + 8, std::string_view("\xd8\x3d\xde\x42", 4), SqliteEncoding::utf16be), "\xf0\x9f\x99\x82");
  EXPECT_EQ(in_words(13 + 10, std::string_view("\xd8\x3d\0A\0", 5), SqliteEncoding::utf16be),
            "\xef\xbf\xbd"
            "A\xef\xbf\xbd invalid 3");
}

}  // namespace
}  // namespace sidik::ingest
