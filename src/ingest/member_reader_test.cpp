#include "ingest/member_reader.hpp"

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

std::string_view code_of(const Reading& reading) { return reading.status ? "" : reading.status.error().code.name(); }
Reading read_named(const std::string& name, const std::string& text) { return read_text(text, {}, {}, 1 << 16, name); }

TEST(MemberReader, BelievesTheContentMoreThanTheName) {
  EXPECT_EQ(read_named("x.json", "id,name\n1,A\n2,B\n3,C\n").info.format, "delimited");
  EXPECT_EQ(read_named("x.csv", "{\"id\":1}\n{\"id\":2}\n").info.format, "json_lines");
  EXPECT_EQ(read_named("x.txt", "[{\"id\":1}]").info.format, "json_array");
}

TEST(MemberReader, RefusesWhatIsNoTable) {
  EXPECT_EQ(code_of(read_named("x.xml", "<?xml version=\"1.0\"?><a/>")), "ingest.no_table");
  EXPECT_EQ(code_of(read_named("x", "%PDF-1.7 rest")), "ingest.binary");
  EXPECT_EQ(code_of(read_named("x.json", "not json")), "ingest.json_invalid");
}

TEST(MemberReader, RefusesADamagedTarArchive) {
  std::string tar(1024, '\0');
  tar.replace(0, 5, "a.csv");
  tar.replace(257, 5, "ustar");
  tar.replace(512, 8, "id,n\n1,2");
  const Reading reading = read_named("x.tar", tar);
  ASSERT_EQ(code_of(reading), "ingest.binary");
  EXPECT_NE(reading.status.error().what.find("a damaged tar archive"), std::string::npos);
}

TEST(MemberReader, ReadsTextDelimitedByAControlByte) {
  std::string text;
  for (int i = 0; i < 40; ++i)
    text +=
        "a\x01"
        "b\x01"
        "c\n";
  const Reading guessed = read_text(text);
  ASSERT_TRUE(guessed.status);
  EXPECT_EQ(guessed.info.delimiter, "\x01");
  ReadOptions options;
  options.delimiter = "\x01";
  EXPECT_EQ(read_text("a\x01"
                      "b\nc\x01"
                      "\n",
                      options)
                .info.columns.size(),
            2U);
}

TEST(MemberReader, KeepsTheFormatTheUserSets) {
  ReadOptions options;
  options.format = "delimited";
  const Reading reading = read_text("{\"a\":1}\n{\"a\":2}\n", options);
  EXPECT_EQ(reading.info.format, "delimited");
  EXPECT_EQ(reading.info.format_by, Decider::user);
}

TEST(MemberReader, TakesNoEncodingFromAStrayByteFarBehindTheHead) {
  std::string text = "name,number\n";
  while (text.size() < (std::size_t{1} << 17)) text += "BUDI,1\n";
  const std::string late = text + "JOS\xc9,2\n" + text.substr(12);
  const Reading reading = read_text(late);
  ASSERT_TRUE(reading.status);
  EXPECT_EQ(reading.info.encoding, "UTF-8");
  EXPECT_EQ(reading.account.mixed_lines, 1U);
}

}  // namespace
}  // namespace sidik::ingest
