#include "rehearse/text_encoding.hpp"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace sidik::rehearse {
namespace {

TEST(TextEncoding, ReplacesOnlyWhatCannotBeWritten) {
  std::string text = "a\xC3\xA9\xE2\x82\xAC";  // a, e with acute, euro sign
  EXPECT_EQ(fit_to_encoding(text, TextEncoding::utf16le), 0U);
  EXPECT_EQ(fit_to_encoding(text, TextEncoding::windows_1252), 3U);
  EXPECT_EQ(text, "a\xC3\xA9???");
  std::string broken = "a\xFFz";
  EXPECT_EQ(fit_to_encoding(broken, TextEncoding::utf8), 0U);
  EXPECT_EQ(broken, "a\xFFz") << "UTF-8 is left as it is";
  EXPECT_EQ(fit_to_encoding(broken, TextEncoding::utf16be), 1U);
  EXPECT_EQ(broken, "a?z");
}

TEST(TextEncoding, AppendsAsManyBytesAsItSays) {
  const std::string text = "a\xC3\xA9\xF0\x9F\x99\x82";  // the last one needs two units of UTF-16
  const std::pair<TextEncoding, std::string> cases[] = {
      {TextEncoding::utf8, text},
      {TextEncoding::utf16le, std::string("a\0\xE9\0\x3D\xD8\x42\xDE", 8)},
      {TextEncoding::utf16be, std::string("\0a\0\xE9\xD8\x3D\xDE\x42", 8)}};
  for (const auto& [encoding, bytes] : cases) {
    std::string out;
    append_encoded(out, text, encoding);
    EXPECT_EQ(out, bytes) << encoding_name(encoding);
    EXPECT_EQ(encoded_size(text, encoding), bytes.size()) << encoding_name(encoding);
  }
  std::string latin;
  append_encoded(latin, "\xC3\xA9", TextEncoding::windows_1252);
  EXPECT_EQ(latin, "\xE9");
}

}  // namespace
}  // namespace sidik::rehearse
