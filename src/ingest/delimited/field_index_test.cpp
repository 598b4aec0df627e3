#include "ingest/delimited/field_index.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace sidik::ingest {
namespace {

/// The slow twin: the ends of the line at `at`, byte by byte; empty when its line feed is not there.
std::vector<std::size_t> slow_ends(std::string_view text, std::size_t at, char delimiter, char quote, char escape,
                                   std::size_t& marks) {
  std::vector<std::size_t> ends;
  bool is_inside = false;
  marks = 0;
  for (; at < text.size(); ++at) {
    if (quote != 0 && text[at] == quote) is_inside = !is_inside;
    marks += (quote != 0 && text[at] == quote) || (escape != 0 && text[at] == escape) ? 1 : 0;
    if (is_inside || (text[at] != delimiter && text[at] != '\n')) continue;
    ends.push_back(at);
    if (text[at] == '\n') return ends;
  }
  return {};
}

std::string random_text(std::size_t size, std::string_view letters, std::mt19937_64& random) {
  std::string text(size, ' ');
  for (char& c : text) c = letters[random() % letters.size()];
  return text;
}

/// Finds lines at places that jump forwards and back, and compares each with the slow twin.
void expect_as_slow(FieldIndex& index, std::string_view text, char delimiter, char quote, char escape,
                    std::mt19937_64& random) {
  index.look_at(text);
  std::size_t at = 0;
  for (int step = 0; step < 60 && at < text.size(); ++step) {
    std::size_t marks = 0;
    const auto ends = slow_ends(text, at, delimiter, quote, escape, marks);
    FieldIndex::Line line;
    const bool is_near = !ends.empty() && ends.back() - at < 1024;
    const bool is_found = index.find(at, line);
    if (is_near) {
      ASSERT_TRUE(is_found) << at;
    }
    if (is_found) {
      ASSERT_EQ(line.ends.size(), ends.size()) << at;
      for (std::size_t i = 0; i < ends.size(); ++i) ASSERT_EQ(line.begin + line.ends[i], text.data() + ends[i]);
      ASSERT_EQ(line.begin + line.first, text.data() + at);
      ASSERT_EQ(line.marks, marks);
      ASSERT_EQ(line.end, ends.back() + 1);
    }
    const std::uint64_t choice = random() % 8;
    if (is_found && choice < 6)
      at = line.end;
    else
      at = choice == 7 ? random() % text.size() : at + 1 + random() % 200;
  }
}

TEST(FieldIndex, FindsTheEndsThatASlowSearchFinds) {
  std::mt19937_64 random(11);
  for (const char quote : {'"', '\0'}) {
    for (const char escape : {'\0', '\\'}) {
      FieldIndex index(',', quote, escape);
      for (int round = 0; round < 200; ++round) {
        const std::string_view letters = round % 2 == 0 ? "abc,,\n\"\r\\" : "abcdefghijklmnopqrstuvwxyz,,,,\n\"\"";
        const std::string text = random_text(1 + random() % 40000, letters, random);
        expect_as_slow(index, text, ',', quote, escape, random);
      }
    }
  }
}

TEST(FieldIndex, LeavesALineLongerThanAStretch) {
  const std::string text = std::string(FieldIndex::kMostBytes, 'a') + "\nb,c\n";
  FieldIndex index(',', '"', '\0');
  index.look_at(text);
  FieldIndex::Line line;
  EXPECT_FALSE(index.find(0, line));
  ASSERT_TRUE(index.find(FieldIndex::kMostBytes + 1, line));
  EXPECT_EQ(line.ends.size(), 2U);
  EXPECT_FALSE(index.find(text.size(), line));
}

TEST(FieldIndex, MarksNothingBehindTheText) {
  const std::string buffer = "a,b\nc,d\n\"\"\"";
  FieldIndex index(',', '"', '\0');
  index.look_at(std::string_view(buffer).substr(0, 6));
  FieldIndex::Line line;
  ASSERT_TRUE(index.find(0, line));
  EXPECT_EQ(line.marks, 0U);
  EXPECT_FALSE(index.find(4, line));
}

}  // namespace
}  // namespace sidik::ingest
