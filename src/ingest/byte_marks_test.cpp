#include "ingest/byte_marks.hpp"

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

TEST(ByteMarks, WalksFromMarkToMarkAsASlowSearchDoes) {
  std::mt19937_64 random(3);
  for (const std::string_view wanted : {",", ",\n", ",\n\r\"\\", ";\xff\n\r\"\\"}) {
    ByteMarks marks(wanted);
    for (std::size_t size = 0; size < 300; size += 1 + random() % 7) {
      const std::string text = random_text(size, random);
      marks.look_at(text);
      EXPECT_TRUE(marks.covers(text));
      const std::size_t from = random() % (size + 1);
      ByteMarks::Walk walk(marks, from);
      for (std::size_t at = from; at < size; ++at) {
        if (wanted.find(text[at]) == std::string_view::npos) continue;
        ASSERT_EQ(walk.next(), at) << size;
      }
      EXPECT_EQ(walk.next(), size);
      EXPECT_EQ(walk.next(), size);
    }
  }
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
