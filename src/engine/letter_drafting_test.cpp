#include "engine/letter_drafting.hpp"

#include <gtest/gtest.h>

#include "engine/case_desk.hpp"
#include "engine/clock_desk.hpp"
#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class LetterDrafting : public FolderTest {
 protected:
  CaseAccess access() const { return {(folder_ / "case").string(), "rina", {}, {}, {}}; }
  void SetUp() override {
    FolderTest::SetUp();
    ASSERT_TRUE(open_case({access(), "id", "kasus", "Rina", "kementerian"}, context));
  }
  Context context;
};

TEST_F(LetterDrafting, ARuleGivesBasisContentAndTheEndOfItsClock) {
  ASSERT_TRUE(file_milestone(access(), "aware", "2025-03-10 09:00 WIB", context));
  const auto text = draft_letter(
      access().folder, {"notification", "Komdigi", {}, "sampel data peserta", "id.pdp-46", {}, {}, "id"}, context);
  ASSERT_TRUE(text) << text.error().what;
  for (const char* part : {"P1", "Kepada: Komdigi", "Dari: kementerian", "UU 27/2022 46", "- which personal data",
                           "2025-03-13 09:00 +07:00", "kasus"})
    EXPECT_NE(text->find(part), std::string::npos) << part << "\n" << *text;
  EXPECT_EQ(text->find('{'), std::string::npos);
}

TEST_F(LetterDrafting, ThePartThatIsMissingIsNamed) {
  LetterDraft draft{"summons", "board", "desk", "the sample", {}, "PP 71/2019", "tomorrow at noon", "en"};
  EXPECT_TRUE(draft_letter(access().folder, draft, context));
  const auto lacking = [&](std::string LetterDraft::* part, const char* name) {
    LetterDraft less = draft;
    less.*part = "";
    const auto text = draft_letter(access().folder, less, context);
    ASSERT_FALSE(text) << name;
    EXPECT_NE(text.error().what.find(name), std::string::npos) << text.error().what;
  };
  lacking(&LetterDraft::to, "its to");
  lacking(&LetterDraft::about, "its about");
  lacking(&LetterDraft::basis, "its basis");
  lacking(&LetterDraft::due, "its due");
  draft.kind = "poem";
  EXPECT_EQ(draft_letter(access().folder, draft, context).error().code, ErrorCode("engine.letter_unknown_kind"));
  draft.kind = "summons";
  draft.rule = "id.none";
  EXPECT_EQ(draft_letter(access().folder, draft, context).error().code, ErrorCode("engine.clock_rule"));
}

}  // namespace
}  // namespace sidik::engine
