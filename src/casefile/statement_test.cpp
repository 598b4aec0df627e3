#include "casefile/statement.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sidik::casefile {
namespace {

/// A case with a fact that may be used (confirmed), one that one person approved (claimed), one of a link, and one that
/// was superseded.
CaseView case_for_test() {
  CaseView view;
  std::uint64_t number = 0;
  const auto add = [&](const char* by, const char* kind, Json data) {
    EXPECT_TRUE(view.apply({number++, "2021-05-21T00:00:00Z", by, kind, std::move(data)}));
    return number - 1;
  };
  add("rina", "person.added", {{"id", "rina"}});
  add("rina", "person.added", {{"id", "budi"}});
  const auto state = [&](const char* name, const Json& value, int approvals) {
    const auto event = add("rina", "fact.stated", {{"name", name}, {"value", value}, {"definition", "what it means"}});
    if (approvals > 0) add("rina", "fact.approved", {{"event", event}});
    if (approvals > 1) add("budi", "fact.approved", {{"event", event}});
  };
  state("confirmed", 100001, 2);
  state("confirmed", 100002, 2);
  state("claimed", 279000000, 1);
  state("link.mega", "removed at source", 2);
  return view;
}

std::vector<std::string> codes(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& fault : check_statement(text, case_for_test())) out.push_back(fault.code);
  return out;
}

using Codes = std::vector<std::string>;

TEST(Statement, FactsAndDatesRenderWithTheirDefinitions) {
  const auto out =
      render_statement("On {{date:2021-05-21}} the insurer confirmed {{fact:confirmed}} records; {{fact:confirmed}}.",
                       case_for_test(), "en");
  ASSERT_TRUE(out) << out.error().what;
  EXPECT_NE(out->text.find("On 2021-05-21 the insurer confirmed 100,002 [1] records; 100,002 [1]."), std::string::npos);
  EXPECT_NE(out->text.find("[1] 100,002: what it means"), std::string::npos);
  ASSERT_EQ(out->facts.size(), 1U);
  const auto indonesian = render_statement("{{fact:confirmed}} rekaman", case_for_test(), "id");
  EXPECT_NE(indonesian->text.find("100.002 [1]"), std::string::npos);
}

TEST(Statement, ABareNumberDoesNotRender) {
  for (const char* text :
       {"100,002 records", "E1 holds records", "a million people", "satu juta orang", "half of them",
        "Seratus ribu data", "dua tautan", "fifty percent", "many % of them", "v2", "１００ records", "MILLIONS"})
    EXPECT_FALSE(codes(text).empty()) << text;
  for (const char* text :
       {"no one knows", "salah satu tautan", "the records of people", "", "tenda, seribuan? no: tenant"})
    EXPECT_TRUE(codes(text).empty() || std::string(text).find("seribu") != std::string::npos) << text;
}

TEST(Statement, AFaultNamesItsPlace) {
  const auto faults = check_statement("first line\nthe 5 links\n  and six", case_for_test());
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].line, 2U);
  EXPECT_EQ(faults[0].column, 5U);
  EXPECT_EQ(faults[1].line, 3U);
  EXPECT_EQ(faults[1].column, 7U);
  EXPECT_FALSE(faults[0].next.empty());
}

TEST(Statement, OnlyFactsThatStandMayBeUsed) {
  EXPECT_EQ(codes("{{fact:unheard}}"), Codes{"unknown_fact"});
  EXPECT_EQ(codes("{{fact:claimed}}"), Codes{"not_approved"});
  EXPECT_EQ(codes("{{fact:confirmed@2}}"), Codes{"superseded"});
  EXPECT_EQ(codes("{{fact:confirmed@5}}"), Codes{});
  EXPECT_EQ(codes("{{fact:confirmed@6}}"), Codes{"unknown_fact"});
}

TEST(Statement, WhatIsNoPlaceholderIsSaid) {
  for (const char* text : {"{{fact:}}", "{{fact:confirmed", "{{confirmed}}", "{{date:21 May}}", "{{date:2021-02-30}}",
                           "{{fact:confirmed@x}}", "{{}}"})
    EXPECT_EQ(codes(text), Codes{"bad_placeholder"}) << text;
}

TEST(Statement, WhatIsDownNamesItsLink) {
  EXPECT_EQ(codes("The link is down."), Codes{"unproven_down"});
  EXPECT_EQ(codes("Tautan sudah mati."), Codes{"unproven_down"});
  EXPECT_EQ(codes("Berkas tidak dapat dibuka."), Codes{"unproven_down"});
  EXPECT_EQ(codes("Kementerian Komunikasi dan Informatika memeriksa."), Codes{}) << "mati stands inside a word";
  EXPECT_EQ(codes("Tautan sudah diblokir."), Codes{"unproven_down"});
  EXPECT_EQ(codes("The link at the host is down: {{fact:link.mega}}."), Codes{});
  EXPECT_EQ(codes("State: {{fact:link.mega}}. The other one was taken down."), Codes{"unproven_down"})
      << "another sentence";
  EXPECT_EQ(codes("The files were removed, {{fact:confirmed}} records."), Codes{"unproven_down"})
      << "no fact of a link";
  EXPECT_EQ(codes("The link was\ntaken down."), Codes{"unproven_down"}) << "over the end of a line";
}

TEST(Statement, ADraftRendersAndSaysWhatIsNotKnown) {
  const CaseView view = case_for_test();
  for (const char* language : {"en", "id"}) {
    const std::string draft = draft_statement(view, language);
    const auto out = render_statement(draft, view, language);
    ASSERT_TRUE(out) << out.error().what << "\n" << draft;
    EXPECT_EQ(out->facts.size(), 2U);
    EXPECT_FALSE(not_known(view, language).empty());
  }
  EXPECT_TRUE(render_statement(draft_statement(CaseView(), "id"), CaseView(), "id"));
}

TEST(Statement, NumbersOfEveryScriptAreNumbers) {
  for (const char* text : {"There are \u0661\u0662\u0663 rows.", "There are \u216B rows.",
                           "There are \u4E00\u00BD rows.", "There are \u0967\u0966 rows.", "There are \uFF11 rows."})
    EXPECT_EQ(codes(text), Codes{"number_word"}) << text;
}

TEST(Statement, NumberWordsBesideAnyPunctuationAndWrittenTogetherAreNumbers) {
  for (const char* text :
       {"Bocor \u201Csejuta\u201D.", "ada\u00A0dua\u00A0orang", "lima\u2013enam", "ju\u00ADta", "ju\u200Bta",
        "milyaran", "sejutaan", "seratusan", "jutanya", "duaratus", "twentyfive", "selusin", "seperempat", "trillion"})
    EXPECT_FALSE(codes(text).empty()) << text;
  for (const char* text :
       {"salah satu tautan", "Ani dan Budi \u2014 keduanya", "an apple", "tentang", "selama", "belanja"})
    EXPECT_EQ(codes(text), Codes{}) << text;
  EXPECT_EQ(codes("5\u2030"), (Codes{"bare_number", "bare_number"}));
}

}  // namespace
}  // namespace sidik::casefile
