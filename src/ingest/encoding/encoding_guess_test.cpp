#include "ingest/encoding/encoding_guess.hpp"

#include <gtest/gtest.h>

namespace sidik::ingest {
namespace {

std::string widened(std::string_view text, std::size_t before, std::size_t after) {
  std::string out;
  for (const char c : text) out.append(before, '\0').append(1, c).append(after, '\0');
  return out;
}

TEST(EncodingGuess, TellsWideTextByItsZeros) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "name,number\nBUDI,12\n";
  EXPECT_EQ(guess_wide(widened(text, 0, 1)), "UTF-16LE");
  EXPECT_EQ(guess_wide(widened(text, 1, 0)), "UTF-16BE");
  EXPECT_EQ(guess_wide(widened(text, 0, 3)), "UTF-32LE");
  EXPECT_EQ(guess_wide(widened(text, 3, 0)), "UTF-32BE");
  EXPECT_EQ(guess_wide(text), "");
}

TEST(EncodingGuess, NamesSomethingForAnyHighByte) {
  EXPECT_FALSE(guess_eight_bit("a;caf\xe9\n").empty());
  EXPECT_EQ(guess_seven_bit("plain,text\n"), "");
}

TEST(EncodingGuess, SeesLinesOfTwoEncodings) {
  std::string both;
  for (int i = 0; i < 20; ++i) both += "caf\xc3\xa9,1\ncaf\xe9,2\n";
  EXPECT_TRUE(has_lines_of_both(both));
  EXPECT_FALSE(has_lines_of_both("caf\xc3\xa9,1\ncafe,2\n"));
}

}  // namespace
}  // namespace sidik::ingest
