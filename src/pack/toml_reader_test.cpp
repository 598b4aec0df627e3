#include "pack/toml_reader.hpp"

#include <gtest/gtest.h>

namespace sidik::pack {
namespace {

TEST(TomlReader, TakesWhatIsThere) {
  const auto table = parse_toml("f", "a = \"x\"\nb = [\"y\", \"z\"]\nc = 3\nd = [4, 5]\ne = true\nf = {en = \"n\"}\n");
  ASSERT_TRUE(table.has_value());
  TomlReader reader("f", *table);
  std::string text;
  std::vector<std::string> texts;
  std::uint32_t number = 0;
  std::vector<std::uint32_t> numbers;
  bool flag = false;
  std::map<std::string, std::string> languages;
  EXPECT_TRUE(reader.text("a", text));
  EXPECT_TRUE(reader.texts("b", texts));
  EXPECT_TRUE(reader.number("c", number));
  EXPECT_TRUE(reader.numbers("d", numbers));
  EXPECT_TRUE(reader.flag("e", flag));
  EXPECT_TRUE(reader.languages("f", languages));
  EXPECT_FALSE(reader.text("g", text));
  EXPECT_TRUE(reader.finish().has_value());
  EXPECT_EQ(text, "x");
  EXPECT_EQ(texts.size(), 2U);
  EXPECT_EQ(number, 3U);
  EXPECT_EQ(numbers[1], 5U);
  EXPECT_TRUE(flag);
  EXPECT_EQ(languages["en"], "n");
}

TEST(TomlReader, NamesLineAndKeyOfTheFirstFault) {
  const struct {
    const char* text;
    const char* says;
  } cases[] = {
      {"\nb = 1\n", "f, line 2, b"}, {"a = 1\n", "f, line 1, a"}, {"a = \"\"\n", "a: is empty"}, {"", "a: is missing"}};
  for (const auto& test : cases) {
    const auto table = parse_toml("f", test.text);
    ASSERT_TRUE(table.has_value());
    TomlReader reader("f", *table);
    std::string text;
    reader.text("a", text,
                std::string_view(test.text).find('b') != std::string_view::npos ? TomlReader::Need::optional
                                                                                : TomlReader::Need::required);
    const Status status = reader.finish();
    ASSERT_FALSE(status.has_value()) << test.text;
    EXPECT_NE(status.error().what.find(test.says), std::string::npos) << status.error().what;
  }
}

TEST(TomlReader, RefusesATableWithoutAName) {
  for (const char* text : {"a = 1\n[, b = 2\n", "a = 1\n[\n", "a = 1\n[[ = ]]\n", "a = 1\n[#]\n"}) {
    const auto read = parse_toml("x.toml", text);
    ASSERT_FALSE(read) << text;
    EXPECT_NE(read.error().what.find("2"), std::string::npos) << read.error().what;
  }
}

TEST(TomlReader, RefusesSignsThatTheParserCannotTake) {
  const auto read = parse_toml("x.toml", "a = 1\n[[rr\uFC7F]]\n");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().what.find("line 2"), std::string::npos) << read.error().what;
  EXPECT_TRUE(parse_toml("x.toml", "a = \"\\uFC7F\"\n"));
  EXPECT_FALSE(parse_toml("x.toml", "a = 1\n\u03A0 = 2\n"));
  EXPECT_FALSE(parse_toml("x.toml", "a = \"caf\u00E9\" \u00A0\n"));
  for (const char* text :
       {"a = \"\uFC7F \\\" \u03A0\"\n", "a = 'caf\u00E9' # \u03A0\nb = 1\n",
        "a = \"\"\"\n\u03A0 \"x\" '\n\"\"\"\nb = 1\n", "a = '''\n\u03A0 \" \n'''\n", "\"\u03A0\" = 1\n",
        "\xEF\xBB\xBF"
        "a = 1\n"})
    EXPECT_TRUE(parse_toml("x.toml", text)) << text;
}

TEST(TomlReader, RefusesWhatIsNoUtf8) {
  const auto read = parse_toml("x.toml", "[\xd8\xd8\xd8]\nid = \"a\"\n");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().what.find("no UTF-8"), std::string::npos);
}

TEST(TomlReader, ReportsBrokenTomlWithItsLine) {
  const auto table = parse_toml("f.toml", "a = 1\nb = [\n");
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().code, ErrorCode("pack.malformed"));
  EXPECT_NE(table.error().what.find("f.toml, line "), std::string::npos);
}

}  // namespace
}  // namespace sidik::pack
