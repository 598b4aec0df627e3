#include "ingest/dialect/colon_list.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

constexpr const char* kHash = "0123456789abcdef0123456789abcdef";

std::string list_of(const std::function<std::string(int)>& line, int lines = 40) {
  std::string text;
  for (int i = 0; i < lines; ++i) text += line(i) + "\n";
  return text;
}

TEST(ColonList, KeepsTheDelimiterInTheLastField) {
  for (const char mark : {':', ';', '|'}) {
    const std::string text = list_of([&](int i) {
      return fmt::format("user{}@example.com{}pa{}\"{}", i, mark, i % 4 == 0 ? std::string(1, mark) : "x", i);
    });
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
      const Reading reading = read_text(text, {}, {}, piece);
      ASSERT_TRUE(reading.status);
      EXPECT_EQ(reading.info.format, "colon_list");
      EXPECT_EQ(reading.info.delimiter, std::string(1, mark));
      EXPECT_FALSE(reading.info.has_header);
      ASSERT_EQ(reading.account.records, 40U);
      EXPECT_EQ(reading.account.rejected, 0U);
      EXPECT_EQ(reading.records[4], (std::vector<std::string>{"user4@example.com", fmt::format("pa{}\"4", mark)}));
      EXPECT_EQ(sum_of(reading.account), text.size());
    }
  }
}

TEST(ColonList, ReadsFourFieldsAndAHeader) {
  const std::string text =
      "user:email:hash:salt\n" + list_of([&](int i) {
        return fmt::format("user{0}:u{0}@example.com:{1}:s{2}{0}", i, kHash, i % 5 == 0 ? ":" : "");
      });
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.info.columns, (std::vector<std::string>{"user", "email", "hash", "salt"}));
  EXPECT_EQ(reading.account.records, 40U);
  EXPECT_EQ(reading.records[0][3], "s:0");
  EXPECT_EQ(reading.account.header_bytes, 21U);
}

TEST(ColonList, ReadsHashAndPlainWord) {
  const Reading reading =
      read_text(list_of([](int i) { return fmt::format("{}:word{}{}", kHash, i % 3 ? "" : ":", i); }));
  EXPECT_EQ(reading.info.format, "colon_list");
  EXPECT_EQ(reading.account.records, 40U);
  EXPECT_EQ(reading.account.rejected, 0U);
}

TEST(ColonList, TakesNoRecordForAHeader) {
  static const std::vector<std::string> kWords = {"kucing", "pa;ss", "merdeka"};
  const Reading reading = read_text(list_of([](int i) {
    return fmt::format("{:032x};{}{}", 0x1234567 * (i + 1), kWords[static_cast<std::size_t>(i) % 3], i);
  }));
  EXPECT_EQ(reading.info.format, "colon_list");
  EXPECT_FALSE(reading.info.has_header);
  EXPECT_EQ(reading.account.records, 40U);
}

TEST(ColonList, ReadsAddressUserAndPassword) {
  static const std::vector<std::string> kPages = {"https://example.org/login", "http://shop.example.com:8080/u.php?a=1",
                                                  "https://example.net", "android://k9==@com.example.app/"};
  const std::string text = list_of([](int i) {
    return fmt::format("{}:user{}:pa{}ss{}", kPages[static_cast<std::size_t>(i) % 4], i, i % 7 == 0 ? ":" : "", i);
  });
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
    const Reading reading = read_text(text, {}, {}, piece);
    ASSERT_TRUE(reading.status);
    EXPECT_EQ(reading.info.format, "colon_list");
    EXPECT_FALSE(reading.info.has_header);
    ASSERT_EQ(reading.account.records, 40U);
    EXPECT_EQ(reading.account.rejected, 0U);
    EXPECT_EQ(reading.records[7], (std::vector<std::string>{kPages[3], "user7", "pa:ss7"}));
    EXPECT_EQ(reading.records[1], (std::vector<std::string>{kPages[1], "user1", "pass1"}));
    EXPECT_EQ(sum_of(reading.account), text.size());
  }
  const Reading named = read_text("url:login:password\n" + text);
  EXPECT_EQ(named.info.columns, (std::vector<std::string>{"url", "login", "password"}));
  EXPECT_EQ(named.account.records, 40U);
  const Reading short_line = read_text(text + "https://example.org/:alone\n");
  EXPECT_EQ(short_line.account.rejected, 1U);
  EXPECT_EQ(sum_of(short_line.account), text.size() + 27);
  EXPECT_FALSE(find_colon_list("https://a.example/1\nhttps://b.example:80/2\nhttps://c.example/3\n", true, {}));
}

TEST(ColonList, RefusesALineWithTooFewFields) {
  const std::string text =
      list_of([](int i) { return i == 20 ? "no mark here" : fmt::format("u{}@example.com:x", i); });
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.account.records, 39U);
  EXPECT_EQ(reading.account.rejected, 1U);
  EXPECT_EQ(sum_of(reading.account), text.size());
}

TEST(ColonList, LeavesOtherTextsAlone) {
  EXPECT_FALSE(find_colon_list("10:05:00\n11:06:01\n12:07:02\n13:08:03\n", true, {}));
  EXPECT_FALSE(find_colon_list("a;b@example.com\nc;d@example.com\ne;f@example.com\n", true, {}));
  EXPECT_FALSE(find_colon_list("name: A B\nname: C D\nname: E F\nname: G\n", true, {}));
  EXPECT_FALSE(find_colon_list("id,mail,hash\n1,a@example.com,ff\n2,b@example.com,ee\n3,c@example.com,dd\n", true, {}));
  const std::string quoted = list_of([](int i) { return fmt::format("\"u{}@example.com\";\"a;b\"", i); });
  EXPECT_FALSE(find_colon_list(quoted, true, {}));
}

TEST(ColonList, KnowsHashesByTheirForm) {
  EXPECT_TRUE(is_hash(kHash));
  EXPECT_TRUE(is_hash("$2a$10$abcdefghijklmnopqrstuv0123456789"));
  EXPECT_FALSE(is_hash("0123456789abcdeg0123456789abcdef"));
  EXPECT_FALSE(is_hash("0123456789abcdef0123456789abcde"));
}

}  // namespace
}  // namespace sidik::ingest
