#include "engine/first_bytes.hpp"

#include <gtest/gtest.h>

namespace sidik::engine {
namespace {

TEST(FirstBytes, TellWhatCame) {
  EXPECT_EQ(type_of_head(""), "empty");
  EXPECT_EQ(type_of_head("PK\x03\x04..."), "zip");
  EXPECT_EQ(type_of_head("\x1f\x8b\x08"), "gzip");
  EXPECT_EQ(type_of_head("\r\n <!DocType HTML><p>"), "html");
  EXPECT_EQ(type_of_head("\xef\xbb\xbf<html>"), "html");
  EXPECT_EQ(type_of_head("[{\"a\":1}]"), "json");
  EXPECT_EQ(type_of_head("a,b\n1,2\n"), "text");
  EXPECT_EQ(type_of_head(std::string("a\0b", 3)), "binary");
  EXPECT_EQ(type_of_head("   "), "text");
}

}  // namespace
}  // namespace sidik::engine
