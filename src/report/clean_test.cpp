#include "report/clean.hpp"

#include <gtest/gtest.h>

namespace sidik::report {
namespace {

TEST(Clean, ReplacesWhatCouldSteerHideOrReorder) {
  for (const char* hostile :
       {"\x1b", "\x07", "\r", "\n", "\t", "\x7f", "\xc2\x9b", "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x80\x8b",
        "\xef\xbb\xbf", "\xe2\x80\xa8", "\xf3\xa0\x81\x81", "\xee\x80\x80", "\xc2\xad"}) {
    EXPECT_EQ(clean(std::string("a") + hostile + "b"),
              "a\xef\xbf\xbd"
              "b");
  }
}

TEST(Clean, KeepsLettersOfAllScripts) {
  for (const char* text : {"Ja'far Šimić", "محمد", "王小明", "Nguyễn", "👤", "• 12"}) EXPECT_EQ(clean(text), text);
}

TEST(Clean, ReplacesInvalidBytes) { EXPECT_EQ(clean("a\xff\xc3"), "a\xef\xbf\xbd\xef\xbf\xbd"); }

TEST(Cut, KeepsWithinItsCells) {
  EXPECT_EQ(cut("abcdef", 6), "abcdef");
  EXPECT_EQ(cut("abcdefg", 6), "abcde…");
  EXPECT_EQ(cut("王小明大", 5), "王小…");
  EXPECT_EQ(cut("", 3), "");
  EXPECT_EQ(cut("abc", 0), "");
  EXPECT_EQ(cut("abc", 1), "…");
  for (std::size_t width = 0; width < 12; ++width) EXPECT_LE(cells(cut("a王b小c明d大e", width)), width);
}

TEST(Cut, StopsStackedMarks) {
  std::string stacked = "a";
  for (int mark = 0; mark < 50; ++mark) stacked += "\xcc\x80";
  EXPECT_EQ(cut(stacked, 4), "a\xcc\x80\xcc\x80");
}

TEST(SafeExample, MasksAgainWhatIsNotMasked) {
  EXPECT_EQ(safe_example("S••• A•••••", false), "S••• A•••••");
  EXPECT_EQ(safe_example("••-••-••", false), "••-••-••");
  EXPECT_EQ(safe_example("Canary Person", false).find("anary"), std::string::npos);
  EXPECT_EQ(safe_example("3201010101900001", false).find("0101"), std::string::npos);
  EXPECT_EQ(safe_example("Éloïse", false).find("lo"), std::string::npos);
  EXPECT_EQ(safe_example("Canary", true), "Canary");
}

}  // namespace
}  // namespace sidik::report
