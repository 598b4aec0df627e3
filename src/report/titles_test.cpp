#include <string>

#include <gtest/gtest.h>

#include "report/golden_for_test.hpp"
#include "report/verdict.hpp"

namespace sidik::report {
namespace {

using Title = std::string (*)(const View&);

std::string titled(Title title, const findings::Document& document, Language language = Language::english) {
  const pack::Pack pack = example_pack();
  return title(View(document, pack, language));
}

constexpr Title kTitles[] = {ledger_title, columns_title,  coherence_title, rejects_title,
                             bytes_title,  severity_title, exhibits_title,  claims_title};

TEST(Titles, AreSaidInBothLanguagesOfWhateverThereIs) {
  for (const char* name : {"rich.json", "minimal.json", "incomplete.json"}) {
    const auto document = golden_document(name);
    for (const Title title : kTitles) {
      const std::string english = titled(title, document);
      EXPECT_FALSE(english.empty()) << name;
      EXPECT_EQ(english.find('{'), std::string::npos) << english;
      EXPECT_NE(english, titled(title, document, Language::indonesian)) << name;
    }
  }
}

TEST(Titles, GiveTheFinding) {
  auto document = golden_document("rich.json");
  EXPECT_NE(titled(ledger_title, document).find("999,731"), std::string::npos);
  EXPECT_NE(titled(ledger_title, document).find("123,319"), std::string::npos);
  ASSERT_FALSE(document.claims.empty());
  document.claims[0].verdict = "refuted";
  const std::string refuted = titled(claims_title, document);
  document.claims[0].verdict = "supported";
  EXPECT_NE(titled(claims_title, document), refuted);
}

TEST(Titles, TellAGapOfBytes) {
  auto document = golden_document("rich.json");
  const std::string whole = titled(bytes_title, document);
  document.exhibits[0].tables[0].bytes.total += 7;
  const std::string gap = titled(bytes_title, document);
  EXPECT_NE(gap, whole);
  EXPECT_NE(gap.find("7 bytes"), std::string::npos) << gap;
}

}  // namespace
}  // namespace sidik::report
