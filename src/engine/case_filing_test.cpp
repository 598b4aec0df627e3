#include <gtest/gtest.h>

#include "engine/case_desk.hpp"
#include "engine/case_present.hpp"
#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class CaseFiling : public FolderTest {
 protected:
  CaseAccess access() const { return {(folder_ / "case").string(), "rina", {}, {}, {}}; }
  void SetUp() override {
    FolderTest::SetUp();
    ASSERT_TRUE(open_case({access(), "id", "", "", ""}, context));
  }
  std::string shown(const char* at) const { return *show_case(access().folder, at, false, context); }
  static std::string code(const auto& result) { return std::string(result.error().code.name()); }
  Context context;
};

TEST_F(CaseFiling, ALetterThatWasNotAnsweredInTimeIsShownAsSuch) {
  OfficeLetter letter{"summons",
                      "custodian",
                      "board of directors",
                      "PP 71/2019",
                      "come",
                      "2021-05-21 16:00 WIB",
                      "2021-05-20 09:00 WIB",
                      write("letter.txt", "text")};
  EXPECT_EQ(file_letter(access(), letter, context), "P1");
  EXPECT_EQ(file_letter(access(), letter, context), "P2");
  EXPECT_NE(shown("").find("NOT ANSWERED, was due 2021-05-21 16:00 +07:00"), std::string::npos) << shown("");
  ASSERT_TRUE(file_answer(access(), "P1", "resembles ours", "2021-05-21 12:00 WIB", context));
  EXPECT_NE(shown("").find("answered 2021-05-21 12:00 +07:00: resembles ours"), std::string::npos);
  EXPECT_EQ(code(file_answer(access(), "P9", "x", {}, context)), "engine.letter_unknown");
  letter.kind = "poem";
  EXPECT_EQ(code(file_letter(access(), letter, context)), "engine.case_option");
  letter.kind = "summons";
  letter.due = "soon";
  EXPECT_EQ(code(file_letter(access(), letter, context)), "engine.case_option");
}

TEST_F(CaseFiling, ClaimsStandBesideTheFactsThatAnswerThem) {
  EXPECT_EQ(code(file_claim(access(), {"penjual", "persons", "279000000", ""}, context)), "engine.actor_unknown");
  ASSERT_TRUE(file_actor(access(), {"penjual", "forum", "seller"}, context));
  ASSERT_TRUE(file_post(access(), {"penjual", "forum", "2021-05-12 12:00 WIB", "a sample", {}}, context));
  ASSERT_TRUE(state_fact(access(), {"records", "1000000", "records that were read", ""}, context));
  ASSERT_TRUE(file_claim(access(), {"penjual", "sample", "1000000", "records"}, context));
  ASSERT_TRUE(file_claim(access(), {"penjual", "persons", "279000000", "records"}, context));
  ASSERT_TRUE(file_claim(access(), {"penjual", "photos", "20000000", ""}, context));
  const std::string text = shown("");
  EXPECT_NE(text.find("claims sample 1,000,000; records 1,000,000 (the same)"), std::string::npos) << text;
  EXPECT_NE(text.find("claims persons 279,000,000; records 1,000,000 (not the same)"), std::string::npos);
  EXPECT_NE(text.find("of 3 claims 1 stood up, 1 did not, 1 are open"), std::string::npos);
}

TEST_F(CaseFiling, CausesAreWeighedAndJudged) {
  EXPECT_EQ(state_cause(access(), {"weak_system", "an open interface", "ISO/IEC 27001:2022 A.8.3", "reads in its log"},
                        context),
            "C1");
  EXPECT_EQ(code(state_cause(access(), {"bad_luck", "x", "", "y"}, context)), "engine.case_option");
  EXPECT_EQ(code(state_cause(access(), {"weak_system", "x", "", ""}, context)), "engine.case_option");
  ASSERT_TRUE(weigh_cause(access(), "C1", "log of the interface, letter P2", false, context));
  ASSERT_TRUE(judge_cause(access(), "C1", "excluded", context));
  EXPECT_EQ(code(judge_cause(access(), "C1", "proven", context)), "engine.case_option");
  EXPECT_EQ(code(weigh_cause(access(), "C7", "x", true, context)), "engine.cause_unknown");
  const std::string text = shown("");
  EXPECT_NE(text.find("C1   excluded  weak system: an open interface (ISO/IEC 27001:2022 A.8.3)"), std::string::npos)
      << text;
  EXPECT_NE(text.find("against: log of the interface, letter P2"), std::string::npos);
}

TEST_F(CaseFiling, TheTerminalGetsNoControlCharactersOfOthers) {
  ASSERT_TRUE(file_actor(access(), {"x\x1b[31mred", "forum\r\nfake line", ""}, context));
  ASSERT_TRUE(add_note(access(), "\x1b]0;title\x07", {}, context));
  const std::string text = shown("") + log_text(*read_events(access().folder), "");
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\r'), std::string::npos);
}

}  // namespace
}  // namespace sidik::engine
