#include "engine/statement_desk.hpp"

#include <gtest/gtest.h>

#include "engine/case_desk.hpp"
#include "engine/engine_files_for_test.hpp"

namespace sidik::engine {
namespace {

class StatementDesk : public FolderTest {
 protected:
  CaseAccess as(const char* id) const { return {(folder_ / "case").string(), id, {}, {}, {}}; }
  void SetUp() override {
    FolderTest::SetUp();
    ASSERT_TRUE(open_case({as("rina"), "id", "", "", ""}, context));
    ASSERT_TRUE(add_person(as("rina"), {"budi", "", "", ""}, context));
    ASSERT_TRUE(state_fact(as("rina"), {"confirmed", "100002", "rows <confirmed> & counted", "letter"}, context));
    ASSERT_TRUE(approve_fact(as("rina"), "confirmed", context));
    ASSERT_TRUE(approve_fact(as("budi"), "confirmed", context));
  }
  Context context;
};

TEST_F(StatementDesk, APageEscapesWhatPersonsWrote) {
  const std::string file = write("s.txt", "<script>x</script> {{fact:confirmed}} & more");
  const auto statement = check_statement(as("rina").folder, file, "en");
  ASSERT_TRUE(statement) << statement.error().what;
  ASSERT_TRUE(statement->faults.empty());
  const std::string page = to_html(*statement);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
  EXPECT_NE(page.find("rows &lt;confirmed&gt; &amp; counted"), std::string::npos);
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

TEST_F(StatementDesk, WhatDoesNotRenderIsNotIssued) {
  const std::string file = write("s.txt", "5 rows");
  const auto statement = check_statement(as("rina").folder, file, "en");
  ASSERT_TRUE(statement);
  EXPECT_EQ(statement->faults.size(), 1U);
  EXPECT_NE(to_text(*statement).find("1:1: "), std::string::npos);
  EXPECT_EQ(issue_statement(as("rina"), file, "en", context).error().code, ErrorCode("casefile.statement_faulty"));
  EXPECT_TRUE(view_case(as("rina").folder)->statements.empty());
}

TEST_F(StatementDesk, WhatIsIssuedStaysWithItsFacts) {
  ASSERT_TRUE(issue_statement(as("budi"), write("s.txt", "{{fact:confirmed}} rekaman"), "id", context));
  const auto view = view_case(as("rina").folder);
  ASSERT_EQ(view->statements.size(), 1U);
  EXPECT_EQ(view->statements[0].by, "budi");
  EXPECT_EQ(view->statements[0].facts.at("confirmed"), "100.002");
}

TEST_F(StatementDesk, AFileThatIsNotThereOrTooLongIsRefused) {
  EXPECT_FALSE(check_statement(as("rina").folder, (folder_ / "none").string(), "en"));
  EXPECT_FALSE(check_statement(as("rina").folder, write("long.txt", std::string(300'000, 'a')), "en"));
  EXPECT_TRUE(check_statement(as("rina").folder, write("empty.txt", ""), "en"));
}

}  // namespace
}  // namespace sidik::engine
