#include "text/letters.hpp"

#include <gtest/gtest.h>

namespace sidik::text {
namespace {

using Words = std::vector<std::string>;

TEST(Letters, TrimTakesBlanksOfAllKinds) {
  EXPECT_EQ(trim("  a b\r\n"), "a b");
  EXPECT_EQ(trim("\xC2\xA0\t a\xC2\xA0"), "a");
  EXPECT_EQ(trim(" \t "), "");
  EXPECT_EQ(trim("\xEF\xBB\xBFnik"), "nik");
  EXPECT_EQ(trim("\xC3\xA9"), "\xC3\xA9");
}

TEST(Letters, FoldLowersAndJoinsBlanks) {
  EXPECT_EQ(fold("  SITI   Aminah\t"), "siti aminah");
  EXPECT_EQ(fold("HAMANOV\xC3\x81  X"), "hamanov\xC3\xA1 x");
  EXPECT_EQ(fold("\xC2\xA0 A \xC2\xA0 B"), "a b");
  EXPECT_EQ(fold(""), "");
}

TEST(Letters, FoldMakesBothWritingsOfALetterOne) { EXPECT_EQ(fold("Rene\xCC\x81"), fold("Ren\xC3\xA9")); }

TEST(Letters, FoldPlainDropsDiacritics) {
  const struct {
    const char* written;
    const char* folded;
  } cases[] = {{"Hamanov\xC3\xA1", "hamanova"},
               {"STRASSE", "strasse"},
               {"Stra\xC3\x9F"
                "e",
                "strasse"},
               {"\xC3\x98rsted", "orsted"},
               {"\xC5\x81\xC3\xB3"
                "d\xC5\xBA",
                "lodz"},
               {"Rene\xCC\x81", "rene"},
               {"Nguy\xE1\xBB\x85n", "nguyen"},
               {"\xC4\xB0stanbul", "istanbul"},
               {"\xEF\xBC\xA1\xEF\xBC\xA2", "ab"},
               {"\xEA\xB9\x80", "\xEA\xB9\x80"},
               {"\xC7\xBFrsted", "orsted"},  // o with stroke and acute: what is left of it has a stroke still
               {"\xC7\xBDsop", "aesop"},
               {"bad\xFF", "bad\xEF\xBF\xBD"}};
  for (const auto& test : cases) EXPECT_EQ(fold_plain(test.written), test.folded) << test.written;
}

TEST(Letters, HeaderWordsSplitAtMarksHumpsAndDigits) {
  const struct {
    const char* header;
    Words words;
  } cases[] = {{"TglLahir", {"tgl", "lahir"}},
               {"EmailAddress", {"email", "address"}},
               {"TGLLHR", {"tgllhr"}},
               {"c1", {"c", "1"}},
               {"TelephoneCountryCode", {"telephone", "country", "code"}},
               {"userID", {"user", "id"}},
               {"IPAddress", {"ip", "address"}},
               {"user_ids", {"user", "ids"}},
               {"userIDs", {"user", "ids"}},
               {"tanggal-lahir", {"tanggal", "lahir"}},
               {"person.name/first", {"person", "name", "first"}},
               {" No. KTP ", {"no", "ktp"}},
               {"alamat2rumah", {"alamat", "2", "rumah"}},
               {"Pr\xC3\xA9nom", {"prenom"}},
               {"[e-mail]", {"e", "mail"}},
               {"___", {}},
               {"", {}}};
  for (const auto& test : cases) EXPECT_EQ(header_words(test.header), test.words) << test.header;
  EXPECT_EQ(normal_header("TglLahir_Peserta"), "tgl lahir peserta");
}

TEST(Letters, WordsOfAValue) {
  EXPECT_EQ(words("H. Ma'ruf, S.Pd (Jl. 12B)"), (Words{"h", "ma'ruf", "s", "pd", "jl", "12b"}));
  EXPECT_EQ(words("'quoted' O\xE2\x80\x99"
                  "Neil"),
            (Words{"quoted", "o'neil"}));
  EXPECT_EQ(words("\xC3\x89mile"), (Words{"\xC3\xA9mile"}));
  EXPECT_TRUE(words("--- ''").empty());
}

TEST(Letters, LengthCountsCodePoints) {
  EXPECT_EQ(length(""), 0U);
  EXPECT_EQ(length("a\xC3\xA9\xE5\xB9\xB4"), 3U);
  EXPECT_EQ(length("\xFF\xFE"), 2U);
}

}  // namespace
}  // namespace sidik::text
