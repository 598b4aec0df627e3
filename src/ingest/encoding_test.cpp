#include "ingest/encoding.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

TEST(Encoding, IsFoundByMarkPatternOrValidity) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"plain text", "UTF-8"},
      {"\xef\xbb\xbfx", "UTF-8"},
      {"na\xc3\xafve, caf\xc3\xa9", "UTF-8"},
      {std::string("\xff\xfe"
                   "a\0b\0",
                   6),
       "UTF-16LE"},
      {std::string("\xfe\xff\0a\0b", 6), "UTF-16BE"},
      {std::string("\xff\xfe\0\0a\0\0\0", 8), "UTF-32LE"},
      {std::string("a\0,\0b\0\n\0c\0,\0d\0\n\0", 16), "UTF-16LE"},
      {std::string("\0a\0,\0b\0\n\0c\0,\0d\0\n", 16), "UTF-16BE"},
      {"Jos\xe9,M\xfcnchen", "ISO-8859-1"},
      {"\x93quoted\x94", "windows-1252"},
  };
  for (const auto& [head, name] : cases) EXPECT_EQ(detect_encoding(head, {}).value().name, name) << name;
}

TEST(Encoding, RefusesANameNobodyKnows) {
  EXPECT_EQ(detect_encoding("x", "no-such").error().kind, ErrorKind::usage);
  EXPECT_EQ(detect_encoding("\xef\xbb\xbfx", "utf-8").value().mark_bytes, 3U);
}

TEST(Encoding, TellsBinaryFromText) {
  EXPECT_FALSE(is_binary("a,b\n1,2\n"));
  EXPECT_FALSE(is_binary(std::string("a\0b,c\n", 6)));
  EXPECT_TRUE(is_binary(std::string(100, '\x01')));
  EXPECT_TRUE(is_binary(std::string(100, '\0')));
}

}  // namespace
}  // namespace sidik::ingest
