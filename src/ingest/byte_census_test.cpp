#include "ingest/byte_census.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace sidik::ingest {
namespace {

std::string random_text(std::size_t size, std::mt19937_64& random) {
  constexpr std::string_view kLetters("abc,;\"\n\r\\\0\xff\x80", 12);
  std::string text(size, ' ');
  for (char& c : text) c = kLetters[random() % kLetters.size()];
  return text;
}

TEST(ByteCensus, CountsAsOneByOne) {
  std::mt19937_64 random(5);
  for (std::size_t size = 0; size < 400; ++size) {
    std::string text = random_text(size, random);
    if (size % 2 == 0) std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, 'x');
    const ByteCensus census = take_census(text);
    EXPECT_EQ(census.line_feeds, static_cast<std::uint64_t>(std::ranges::count(text, '\n')));
    EXPECT_EQ(census.nuls, static_cast<std::uint64_t>(std::ranges::count(text, '\0')));
    EXPECT_EQ(census.has_high, std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  }
}

}  // namespace
}  // namespace sidik::ingest
