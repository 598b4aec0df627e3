#include "report/words.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "report/golden_for_test.hpp"

namespace sidik::report {
namespace {

class WordsTest : public testing::Test {
 protected:
  pack::Pack pack_ = example_pack();
  Words english_{Language::english, pack_};
  Words indonesian_{Language::indonesian, pack_};
};

TEST_F(WordsTest, GroupsDigitsAsTheLanguageDoes) {
  struct Case {
    std::uint64_t number;
    const char* english;
    const char* indonesian;
  };
  for (const Case& one :
       {Case{0, "0", "0"}, Case{999, "999", "999"}, Case{1000, "1,000", "1.000"}, Case{100002, "100,002", "100.002"},
        Case{279000000, "279,000,000", "279.000.000"},
        Case{std::numeric_limits<std::uint64_t>::max(), "18,446,744,073,709,551,615", "18.446.744.073.709.551.615"}}) {
    EXPECT_EQ(english_.number(one.number), one.english);
    EXPECT_EQ(indonesian_.number(one.number), one.indonesian);
  }
}

TEST_F(WordsTest, RoundsNoShareToAllOrNothing) {
  EXPECT_EQ(english_.percent(0, 7), "0.0 %");
  EXPECT_EQ(english_.percent(7, 7), "100.0 %");
  EXPECT_EQ(english_.percent(999999, 1000000), "> 99.9 %");
  EXPECT_EQ(english_.percent(1, 1000000), "< 0.1 %");
  EXPECT_EQ(indonesian_.percent(1, 3), "33,3 %");
  EXPECT_EQ(english_.percent(0, 0), "-");
}

TEST_F(WordsTest, CountsOneAndMany) {
  EXPECT_EQ(english_.count(1, "record"), "1 record");
  EXPECT_EQ(english_.count(2000, "record"), "2,000 records");
  EXPECT_EQ(indonesian_.count(2000, "record"), "2.000 rekaman");
}

TEST_F(WordsTest, WritesSizesInPowersOfAThousand) {
  EXPECT_EQ(english_.size(999), "999 B");
  EXPECT_EQ(english_.size(1500000), "1.5 MB");
  EXPECT_EQ(english_.size(999999), "1.0 MB");
  EXPECT_EQ(indonesian_.size(80000000000), "80,0 GB");
}

TEST_F(WordsTest, JoinsAndNamesMeanings) {
  EXPECT_EQ(english_.joined({}), "");
  EXPECT_EQ(english_.joined({"a"}), "a");
  EXPECT_EQ(english_.joined({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(indonesian_.meaning("birth.date"), "tanggal lahir");
  EXPECT_EQ(english_.meaning("not.in_pack"), "not.in_pack");
  EXPECT_EQ(english_.meaning("unknown"), "not recognised");
  EXPECT_EQ(english_.word("fault", "some_new\x1b[2J"), "some new\xef\xbf\xbd[2J");
}

}  // namespace
}  // namespace sidik::report
