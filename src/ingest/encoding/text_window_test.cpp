#include "ingest/encoding/text_window.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

std::string utf16le(std::u16string_view text) {
  std::string bytes = "\xff\xfe";
  for (const char16_t unit : text) {
    bytes.push_back(static_cast<char>(unit & 0xff));
    bytes.push_back(static_cast<char>(unit >> 8));
  }
  return bytes;
}

TEST(TextWindow, MapsDecodedTextBackToTheBytesOfTheFile) {
  const std::string bytes = utf16le(u"id,näme\n1,Ω\n2,\xd83d\xde00\n3,x\n");
  for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{1000}}) {
    const Reading reading = read_text(bytes, {}, {}, piece);
    ASSERT_TRUE(reading.status);
    EXPECT_EQ(reading.info.encoding, "UTF-16LE");
    EXPECT_EQ(reading.records, (Rows{{"1", "Ω"}, {"2", "😀"}, {"3", "x"}}));
    EXPECT_EQ(reading.account.total_bytes, bytes.size());
    EXPECT_EQ(sum_of(reading.account), bytes.size());
    EXPECT_EQ(reading.account.other_bytes, 2U);
    EXPECT_EQ(reading.spans[0].offset.value, 18U);
    EXPECT_EQ(reading.spans[0].length.value, 8U);
    EXPECT_EQ(reading.spans[1].length.value, 10U);
  }
}

TEST(TextWindow, CountsAByteThatIsHalfAUnit) {
  const std::string bytes = utf16le(u"a,b\n1,2\n3,4\n") + "x";
  const Reading reading = read_text(bytes);
  EXPECT_EQ(reading.account.total_bytes, bytes.size());
  EXPECT_EQ(sum_of(reading.account), bytes.size());
  EXPECT_EQ(reading.account.invalid_bytes, 1U);
}

TEST(TextWindow, CountsInvalidUtf8ThatIsReadAsWindows1252) {
  const std::string bytes = "\xef\xbb\xbfname,city\nJos\xc3\xa9,X\nJos\xe9,Y\n";
  const Reading reading = read_text(bytes);
  EXPECT_EQ(reading.records[1][0], "Jos\xc3\xa9");
  EXPECT_EQ(reading.account.invalid_bytes, 1U);
  EXPECT_EQ(reading.account.mixed_lines, 1U);
  EXPECT_EQ(reading.account.other_bytes, 3U);
  EXPECT_EQ(sum_of(reading.account), bytes.size());
}

TEST(TextWindow, DecodesSingleByteEncodings) {
  const Reading reading = read_text("name,city\nJos\xe9,M\xfcnchen\nR\xe9my,K\xf6ln\n");
  EXPECT_EQ(reading.records[0], (std::vector<std::string>{"José", "München"}));
  EXPECT_EQ(reading.info.encoding, "ISO-8859-1");
  EXPECT_EQ(sum_of(reading.account), reading.account.total_bytes);
}

}  // namespace
}  // namespace sidik::ingest
