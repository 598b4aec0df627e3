#include "ingest/unpack/member_label.hpp"

#include <gtest/gtest.h>

#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

TEST(MemberLabel, KeepsWhatCanBeShown) {
  EXPECT_EQ(member_label("../../etc/passwd"), "../../etc/passwd");
  EXPECT_EQ(member_label("données/dump.csv"), "données/dump.csv");
}

TEST(MemberLabel, SteersNoTerminalAndNoReader) {
  EXPECT_EQ(member_label("a\x1b[2Jb"), "a\ufffd[2Jb");
  EXPECT_EQ(member_label("a\u202egpj.exe"), "a\ufffdgpj.exe");
  EXPECT_EQ(member_label(std::string_view("a\0b\n", 4)), "a\ufffdb\ufffd");
  EXPECT_EQ(member_label("a\xff\xfe"), "a\ufffd\ufffd");
}

TEST(MemberLabel, LosesTheMiddleOfALongName) {
  for (const std::size_t size : {254, 255, 256, 257, 300, 4096}) {
    for (const std::string_view letter : {"x", "é", "漢", "\xf0\x9f\x98\x80"}) {
      std::string name;
      while (name.size() < size) name += letter;
      name += ".csv";
      const std::string label = member_label(name);
      EXPECT_LE(label.size(), 255U);
      EXPECT_TRUE(label.ends_with(".csv"));
      EXPECT_EQ(text::count_invalid_utf8(label), 0U);
    }
  }
}

}  // namespace
}  // namespace sidik::ingest
