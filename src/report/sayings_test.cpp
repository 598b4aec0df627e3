#include "report/sayings.hpp"

#include <gtest/gtest.h>

#include "report/faults.hpp"
#include "report/golden_for_test.hpp"

namespace sidik::report {
namespace {

class SayingsTest : public testing::Test {
 protected:
  pack::Pack pack_ = example_pack();
  Words english_{Language::english, pack_};
  Words indonesian_{Language::indonesian, pack_};
};

TEST_F(SayingsTest, AreTheDocumentsWordsInEnglish) {
  EXPECT_EQ(claim_in_words(english_, {"sample", 10, 5, "refuted", "So it is {0}."}), "So it is {0}.");
  EXPECT_EQ(alarm_in_words(english_, {"tool_limit", "So it is."}), "So it is.");
  EXPECT_EQ(rule_at_length(english_, {"nik_sex", "so it is", 1, 1}), "so it is");
  EXPECT_EQ(rule_in_words(english_, {"nik_sex", "so it is", 1, 1}), "the NIK carries the sex");
  EXPECT_EQ(definition_in_words(english_, {"records", 1, "So."}), "So.");
}

TEST_F(SayingsTest, FallBackToThePhraseOfTheirStableWord) {
  EXPECT_EQ(claim_in_words(indonesian_, {"sample", 1000, 5, "refuted", "Unheard of."}),
            "Untuk sampel diklaim 1.000; yang ditemukan 5.");
  EXPECT_EQ(alarm_in_words(indonesian_, {"cut_off", "Unheard of."}), "Berkas terpotong sebelum akhirnya.");
  EXPECT_EQ(rule_at_length(indonesian_, {"nik_sex", "so it is", 1, 1}), "NIK memuat jenis kelamin");
  EXPECT_EQ(definition_in_words(indonesian_, {"records", 1, "So."}), "rekaman yang terbaca dengan kolom tabelnya");
}

TEST_F(SayingsTest, FallBackToTheDocumentsWordsInTheEnd) {
  EXPECT_EQ(alarm_in_words(indonesian_, {"new_kind", "Unheard\x1b of."}), "Unheard\xef\xbf\xbd of.");
  EXPECT_EQ(rule_in_words(indonesian_, {"new_rule", "so it is", 1, 1}), "so it is");
  EXPECT_EQ(rule_in_words(english_, {"new_rule", "", 1, 1}), "new rule");
  EXPECT_EQ(flag_in_words(indonesian_, "more than 100 individuals (1,000)"), "lebih dari 100 orang (1.000)");
}

TEST_F(SayingsTest, TellWhyAMemberWasPassedOver) {
  const std::string reason = "ingest.no_table: this is SQL, not delimited text or JSON";
  EXPECT_EQ(skip_in_words(english_, reason), "this is SQL, not delimited text or JSON");
  EXPECT_EQ(skip_in_words(indonesian_, reason), "tidak memuat tabel");
  EXPECT_EQ(skip_in_words(english_, "ingest.empty"), "empty");
}

TEST_F(SayingsTest, TellHowATableWasReadAndWhoDecided) {
  findings::Table table;
  table.format = "delimited";
  table.encoding = "UTF-8";
  table.delimiter = "\t";
  table.newline = "LF";
  table.decided_by = {{"delimiter", "user"}};
  table.padded = 1;
  table.nul_bytes = 2;
  EXPECT_EQ(reading_in_words(english_, table),
            "delimited text; UTF-8; delimiter tab; quote none; line end LF; without header; decided by the user: "
            "delimiter; short "
            "and padded: 1 record; NUL: 2 bytes");
}

TEST_F(SayingsTest, NameFaultsByFrequency) {
  findings::Column column;
  column.faults = {{"check_digit", 3}, {"wrong_length", 5000}, {"brand_new", 1}};
  EXPECT_EQ(faults_in_words(english_, column), "wrong length 5,000; check digit wrong 3; brand new 1");
  EXPECT_EQ(faults_in_words(indonesian_, {}), "");
}

}  // namespace
}  // namespace sidik::report
