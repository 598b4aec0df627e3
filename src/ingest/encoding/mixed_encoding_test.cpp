#include "ingest/encoding/mixed_encoding.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

std::string table_of(const std::string& name, int lines, int from = 0) {
  std::string text;
  for (int i = 0; i < lines; ++i) text += std::to_string(from + i) + "," + name + ",X\n";
  return text;
}

TEST(MixedEncoding, ReadsWindows1252AmongUtf8) {
  const std::string text = "id,name,city\n" + table_of("J\xc3\xbcrgen", 50) + table_of("M\xfcller \x80", 5, 50) +
                           table_of("Andr\xc3\xa9", 50, 55);
  for (const std::size_t piece : {std::size_t{1}, std::size_t{64}, std::size_t{100000}}) {
    const Reading reading = read_text(text, {}, {}, piece);
    EXPECT_EQ(reading.info.encoding, "UTF-8");
    ASSERT_EQ(reading.account.records, 105U);
    EXPECT_EQ(reading.records[52][1], "M\xc3\xbcller \xe2\x82\xac");
    EXPECT_EQ(reading.records[2][1], "J\xc3\xbcrgen");
    EXPECT_EQ(reading.account.mixed_lines, 5U);
    EXPECT_EQ(sum_of(reading.account), text.size());
    const auto& span = reading.spans[52];
    EXPECT_EQ(text.substr(span.offset.value, span.length.value), "52,M\xfcller \x80,X\n");
  }
}

TEST(MixedEncoding, ReadsUtf8AmongWindows1252) {
  std::string text = "id,name,city\n" + table_of("M\xfcller", 3000);
  const std::string::size_type seam = text.size();
  ASSERT_LT(seam, std::size_t{1} << 16);  // the seam lies in the head: both kinds are seen
  text += table_of("J\xc3\xbcrgen", 400, 3000);
  const Reading near = read_text(text);
  EXPECT_EQ(near.info.encoding, "UTF-8");
  EXPECT_EQ(near.records[1][1], "M\xc3\xbcller");
  EXPECT_EQ(near.records[3100][1], "J\xc3\xbcrgen");
  EXPECT_EQ(near.account.mixed_lines, 3000U);

  const std::string far = "id,name,city\n" + table_of("M\xfcller", 9000) + table_of("J\xc3\xbcrgen", 400, 9000);
  const Reading late = read_text(far);
  EXPECT_EQ(late.info.encoding, "ISO-8859-1");
  EXPECT_EQ(late.records[1][1], "M\xc3\xbcller");
  EXPECT_EQ(late.records[9100][1], "J\xc3\xbcrgen");
  EXPECT_EQ(late.account.mixed_lines, 400U);
  EXPECT_EQ(sum_of(late.account), far.size());
}

TEST(MixedEncoding, FindsTheEncodingBehindAnAsciiHead) {
  const std::string text = "id,name,city\n" + table_of("Muller", 9000) + table_of("M\xfcller", 400, 9000);
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.info.encoding, "ISO-8859-1");
  EXPECT_EQ(reading.records[9100][1], "M\xc3\xbcller");
  EXPECT_EQ(reading.account.mixed_lines, 0U);
}

TEST(MixedEncoding, SaysSoWhenTheOtherEncodingComesTooLate) {
  const std::string text = "id,name,city\n" + table_of(std::string(900, 'x'), 5000) + table_of("M\xfcller", 40, 5000);
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.info.encoding, "UTF-8");
  EXPECT_EQ(reading.records[5001][1], "M\xc3\xbcller");
  EXPECT_EQ(reading.account.mixed_lines, 40U);
  EXPECT_EQ(reading.account.invalid_bytes, 40U);
}

TEST(MixedEncoding, LeavesCutSequencesAndTheUsersWordAlone) {
  std::deque<std::string> kept;
  std::uint64_t mixed = 0;
  TableInfo info;
  info.encoding = "UTF-8";
  EncodingMender mender(info);
  const std::string cut = "na\xc3\xafve caf\xc3";  // one valid sequence: damaged UTF-8, no other encoding
  mender.look_at(cut + ",");
  EXPECT_TRUE(mender.is_needed());
  const std::vector<std::string_view> fields = {cut};
  EXPECT_EQ(mender.mend(fields, kept, mixed)[0], cut);
  EXPECT_EQ(mixed, 0U);
  info.encoding_by = Decider::user;
  EncodingMender idle(info);
  idle.look_at("\xff");
  EXPECT_FALSE(idle.is_needed());
}

TEST(MixedEncoding, WritesBackWhatItRead) {
  std::string bytes;
  for (int byte = 1; byte < 256; ++byte) bytes += static_cast<char>(byte);
  EXPECT_EQ(write_windows_1252(read_windows_1252(bytes)), bytes);
  EXPECT_EQ(write_windows_1252("\xe5\xb1\xb1"), "");
}

}  // namespace
}  // namespace sidik::ingest
