#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "pack/pack_parts.hpp"

namespace sidik::pack {
namespace {

constexpr const char* kNik = R"(
[[identifier]]
id = "x.nik"
meaning = "id.national"
name = "NIK"
alphabet = "digits"
lengths = [16]
source = "test"
mark = "H"
)";

TEST(TomlParts, AMeaningIsJoinedNotReplaced) {
  Pack pack;
  ASSERT_TRUE(
      read_meanings(
          {"a",
           "[[meaning]]\nname = \"person.name\"\ncategory = \"simple\"\nidentifies = true\nheaders = [\"FullName\"]\n"
           "says = {en = \"name\"}\n"},
          pack)
          .has_value());
  ASSERT_TRUE(read_meanings({"b",
                             "[[meaning]]\nname = \"person.name\"\nheaders = [\"nama_lengkap\", \"full "
                             "name\"]\nheader_words = [\"nama\"]\n"
                             "says = {id = \"nama\"}\n"},
                            pack)
                  .has_value());
  ASSERT_EQ(pack.meanings.size(), 1U);
  const Meaning& meaning = pack.meanings[0];
  EXPECT_EQ(meaning.category, "simple");
  EXPECT_TRUE(meaning.identifies);
  EXPECT_EQ(meaning.headers, (std::vector<std::string>{"full name", "nama lengkap"}));
  EXPECT_EQ(meaning.says.size(), 2U);
}

TEST(TomlParts, ReadsAnIdentifierWithPartsAndCheck) {
  Pack pack;
  const std::string text =
      std::string(kNik) +
      "check = {algorithm = \"luhn\", from = 0, to = 9}\n"
      "[[identifier.part]]\nname = \"area\"\nat = 0\nlength = 6\nkind = \"table\"\ntable = \"areas\"\n"
      "[[identifier.part]]\nname = \"birth\"\nat = 6\nlength = 6\nkind = \"ddmmyy\"\nfemale_day_offset = 40\n"
      "[[identifier.part]]\nname = \"serial\"\nat = 12\nlength = 4\nkind = \"number\"\nnever = [\"0000\"]\n";
  const Status status = read_identifiers({"i", text}, pack);
  ASSERT_TRUE(status.has_value()) << to_line(status.error());
  const Identifier* nik = pack.identifier("x.nik");
  ASSERT_NE(nik, nullptr);
  ASSERT_EQ(nik->parts.size(), 3U);
  EXPECT_EQ(nik->parts[1].female_day_offset, 40U);
  EXPECT_EQ(nik->check.to, 9U);
}

TEST(TomlParts, RefusesAnIdentifierThatCannotBe) {
  const std::string part = std::string(kNik) + "[[identifier.part]]\nname = \"a\"\n";
  const struct {
    std::string text;
    const char* says;
  } cases[] = {
      {part + "at = 12\nlength = 6\nkind = \"number\"\n", "length: lies outside"},
      {part + "at = 4294967295\nlength = 6\nkind = \"number\"\n", "at: must hold"},
      {part + "at = 0\nlength = 6\nkind = \"date\"\n", "kind: must be one of"},
      {part + "at = 0\nlength = 6\nkind = \"table\"\ntable = \"regions\"\n", "table: must be one of"},
      {part + "at = 0\nlength = 4\nkind = \"ddmmyy\"\n", "length: of ddmmyy"},
      {part + "at = 0\nlength = 4\nkind = \"number\"\nnever = [\"000\"]\n", "never: must be as long"},
      {part + "at = 0\nlength = 4\nkind = \"number\"\nlenght = 4\n", "line 15, lenght: is no key"},
      {std::string(kNik) + "check = {algorithm = \"luhn\", to = 17}\n", "to: lies outside"},
      {std::string(kNik) + kNik, "id: is declared twice"},
      {"[[identifer]]\n", "identifer: is no key"},
      {"[[identifier]]\nid = \"a\"\n", "meaning: is missing"},
  };
  for (const auto& test : cases) {
    Pack pack;
    const Status status = read_identifiers({"i", test.text}, pack);
    ASSERT_FALSE(status.has_value()) << test.text;
    EXPECT_NE(status.error().what.find(test.says), std::string::npos) << status.error().what;
  }
}

TEST(TomlParts, VocabulariesAreJoinedByNameAndEntry) {
  Pack pack;
  const char* const first =
      "[[vocabulary]]\nname = \"religion\"\nmeaning = \"person.religion\"\n"
      "[[vocabulary.entry]]\ncanonical = \"islam\"\nwords = [\"Muslim\"]\n";
  const char* const second =
      "[[vocabulary]]\nname = \"religion\"\nmeaning = \"person.religion\"\n"
      "[[vocabulary.entry]]\ncanonical = \"islam\"\nwords = [\"Isl\\u00e1m\"]\ncodes = [\"1\"]\n";
  ASSERT_TRUE(read_vocabularies({"a", first}, pack).has_value());
  ASSERT_TRUE(read_vocabularies({"b", second}, pack).has_value());
  const Vocabulary* religion = pack.vocabulary_of("person.religion");
  ASSERT_NE(religion, nullptr);
  ASSERT_EQ(religion->entries.size(), 1U);
  EXPECT_EQ(religion->entries[0].words, (std::vector<std::string>{"muslim", "isl\xC3\xA1m", "islam"}));
  const Status twice = read_vocabularies({"c",
                                          "[[vocabulary]]\nname = \"religion\"\nmeaning = \"person.religion\"\n"
                                          "[[vocabulary.entry]]\ncanonical = \"other\"\ncodes = [\"1\"]\n"},
                                         pack);
  ASSERT_FALSE(twice.has_value());
  EXPECT_NE(twice.error().what.find("another entry"), std::string::npos);
}

TEST(TomlParts, ReadsWordsFolded) {
  Pack pack;
  ASSERT_TRUE(read_words({"w",
                          "street_words = [\"Stra\\u00dfe\"]\nplace_names = [\"Jawa\"]\nname_titles = "
                          "[\"Dr\"]\n[months]\n\"M\\u00e4rz\" = 3\n"},
                         pack)
                  .has_value());
  EXPECT_TRUE(pack.street_words.contains("strasse"));
  EXPECT_TRUE(pack.place_names.contains("jawa"));
  EXPECT_EQ(pack.name_titles, (std::vector<std::string>{"dr"}));
  EXPECT_EQ(pack.months.at("marz"), 3);
  EXPECT_FALSE(read_words({"w", "[months]\nx = 13\n"}, pack).has_value());
  EXPECT_FALSE(read_words({"w", "[months]\nmarz = 4\n"}, pack).has_value());
}

TEST(TomlParts, ThePackCardNamesThePack) {
  Pack pack;
  ASSERT_TRUE(read_pack_card({"p", "name = \"id\"\ntitle = \"Indonesia\"\nlanguages = [\"id\"]\n"}, pack).has_value());
  EXPECT_EQ(pack.names, (std::vector<std::string>{"id"}));
  EXPECT_FALSE(read_pack_card({"p", "title = \"x\"\n"}, pack).has_value());
}

}  // namespace
}  // namespace sidik::pack
