#include "report/sentences.hpp"

#include <gtest/gtest.h>

#include <set>

#include "report/golden_for_test.hpp"
#include "report/sentence_table.hpp"

namespace sidik::report {
namespace {

class SentencesTest : public testing::Test {
 protected:
  pack::Pack pack_ = example_pack();
  Words english_{Language::english, pack_};
  Words indonesian_{Language::indonesian, pack_};
};

TEST_F(SentencesTest, RenderCountsAndListsWithin) {
  EXPECT_EQ(translated(indonesian_,
                       "The file holds 1,003 lines, 1,000 records, 900 distinct records and 100 persons; 1,000 were "
                       "claimed. Already the number of records is smaller than claimed."),
            "Berkas memuat 1.003 baris, 1.000 rekaman, 900 rekaman berbeda dan 100 orang; klaimnya 1.000. Jumlah "
            "rekaman saja sudah "
            "lebih sedikit daripada klaim.");
}

TEST_F(SentencesTest, TurnMeaningsIntoWords) {
  EXPECT_EQ(
      translated(indonesian_, "The header of column 3 (X) of a.csv says birth.date, its values are contact.phone."),
      "Judul kolom 3 (X) dari a.csv menyatakan tanggal lahir, isinya telepon.");
  EXPECT_EQ(translated(english_, "DPC, sensitive data: 4 (person.religion): 4."),
            "DPC, sensitive data: 4 (religion): 4.");
}

TEST_F(SentencesTest, WriteDecimalsAsTheLanguageDoes) {
  EXPECT_EQ(translated(indonesian_, "SE = DPC x EI + CB = 1 x 0.5 + 0.25 = 0.75."),
            "SE = DPC x EI + CB = 1 x 0,5 + 0,25 = 0,75.");
}

TEST_F(SentencesTest, KnowNothingOfOtherSentences) {
  EXPECT_EQ(translated(indonesian_, "Something else, and more."), std::nullopt);
  EXPECT_EQ(translated(indonesian_, ""), std::nullopt);
  EXPECT_EQ(translated(indonesian_, std::string(5000, 'x')), std::nullopt);
}

TEST_F(SentencesTest, EndOnHostileNesting) {
  std::string sentence = "The file holds ";
  for (int part = 0; part < 150; ++part) sentence += "a and b, ";
  EXPECT_TRUE(translated(indonesian_, sentence + "c"));
}

TEST_F(SentencesTest, HaveTheSamePlacesInBothLanguages) {
  const auto places = [](std::string_view pattern) {
    std::multiset<char> out;
    for (std::size_t at = 0; at + 2 < pattern.size(); ++at) {
      if (pattern[at] == '{') out.insert(pattern[at + 1]);
    }
    return out;
  };
  for (const SentenceRow& row : kSentenceTable) EXPECT_EQ(places(row.english), places(row.indonesian)) << row.english;
  for (const SentenceRow& row : kFragmentTable) EXPECT_EQ(places(row.english), places(row.indonesian)) << row.english;
}

TEST_F(SentencesTest, CoverEverySentenceOfTheGoldenDocuments) {
  for (const char* name : {"rich.json", "incomplete.json"}) {
    const findings::Document document = golden_document(name);
    for (const auto& alarm : document.alarms) EXPECT_TRUE(translated(indonesian_, alarm.says)) << alarm.says;
    for (const auto& claim : document.claims) EXPECT_TRUE(translated(indonesian_, claim.says)) << claim.says;
    for (const auto& because : document.severity->because) EXPECT_TRUE(translated(indonesian_, because)) << because;
  }
}

}  // namespace
}  // namespace sidik::report
