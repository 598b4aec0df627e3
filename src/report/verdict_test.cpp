#include "report/verdict.hpp"

#include <gtest/gtest.h>

#include "report/golden_for_test.hpp"

namespace sidik::report {
namespace {

std::string all(const findings::Document& document, Language language = Language::english) {
  const pack::Pack pack = example_pack();
  std::string text;
  for (const auto& sentence : verdict_of(View(document, pack, language))) text += sentence.text + "\n";
  return text;
}

TEST(Verdict, SaysHowManyAgainstTheClaim) {
  const std::string text = all(golden_document("rich.json"));
  EXPECT_TRUE(text.starts_with("The dump holds 999,731 records; only 123,319 are distinct (12.3 %)")) << text;
  EXPECT_NE(text.find("It names 100,002 distinct national ids."), std::string::npos);
  EXPECT_NE(text.find("Claimed for the sample: 1,000,000. The count refutes it."), std::string::npos);
  EXPECT_NE(text.find("national id, name, birth date, religion"), std::string::npos) << text;
  EXPECT_NE(text.find("Severity: very high"), std::string::npos);
}

TEST(Verdict, SaysFirstWhatIsIncomplete) {
  EXPECT_TRUE(
      all(golden_document("incomplete.json")).starts_with("INCOMPLETE: list.txt.gz could not be read to the end"));
  EXPECT_TRUE(all(golden_document("incomplete.json"), Language::indonesian).starts_with("TIDAK LENGKAP: list.txt.gz"));
}

TEST(Verdict, SaysThatNothingWasExamined) {
  EXPECT_EQ(all(golden_document("minimal.json")), "Nothing was examined: there is no table in the exhibits.\n");
}

TEST(Verdict, SaysThatAllAreDistinctAndWhenValuesAreUnmasked) {
  findings::Document document = golden_document("incomplete.json");
  document.exhibits[0].complete = true;
  document.ledger.back().count = 4102;
  document.sidik.unmasked_because = "order 17";
  const std::string text = all(document);
  EXPECT_TRUE(text.starts_with("VALUES ARE SHOWN UNMASKED. Reason given: order 17")) << text;
  EXPECT_NE(text.find("4,102 records, all of them distinct"), std::string::npos) << text;
}

TEST(Titles, GiveTheFinding) {
  const findings::Document document = golden_document("rich.json");
  const pack::Pack pack = example_pack();
  View view(document, pack, Language::english);
  EXPECT_EQ(ledger_title(view), "Of 999,731 records, 123,319 are distinct");
  EXPECT_EQ(claims_title(view), "The claim of 1,000,000 is refuted: the count is 100,002");
  EXPECT_EQ(coherence_title(view), "Weakest agreement: the NIK was issued in the birthplace, 70.9 %");
  EXPECT_EQ(rejects_title(view), "269 of 1,000,000 were rejected, most for this: too few fields");
  EXPECT_EQ(severity_title(view), "Severity is very high: 5.00");
  EXPECT_TRUE(bytes_title(view).starts_with("Every byte is accounted for"));
  view.overview.bytes.blank += 7;
  EXPECT_EQ(bytes_title(view), "7 bytes of 312.0 MB are NOT accounted for");
}

}  // namespace
}  // namespace sidik::report
