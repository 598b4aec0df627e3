#include "ledger/severity.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace sidik::ledger {
namespace {

MeaningPresent simple(const char* meaning, bool identifies = false) { return {meaning, "simple", identifies, 1}; }

/// The meanings of the 30 columns published in 2021.
std::vector<MeaningPresent> meanings_of_2021(bool overlooked) {
  std::vector<MeaningPresent> meanings = {simple("id.member", true),
                                          simple("id.member_old", true),
                                          simple("person.name", true),
                                          simple("person.name_printed", true),
                                          simple("person.sex"),
                                          simple("birth.place"),
                                          simple("birth.date"),
                                          simple("status.dependant"),
                                          simple("contact.phone", true),
                                          simple("id.national", true),
                                          simple("date.start"),
                                          simple("date.end"),
                                          simple("id.tax", true),
                                          simple("contact.email", true),
                                          simple("id.member_head", true),
                                          simple("relation.family"),
                                          simple("person.marital_status"),
                                          simple("nationality"),
                                          simple("status.membership"),
                                          {"office.code", "none", false, 1},
                                          {"record.created", "none", false, 1},
                                          {"record.author", "simple", false, 1}};
  if (overlooked) return meanings;
  meanings.push_back({"person.religion", "sensitive", false, 1});
  meanings.push_back({"person.blood_group", "sensitive", false, 0.8});
  return meanings;
}

TEST(Severity, OfThe30ColumnsOf2021IsVeryHigh) {
  SeverityInput input{meanings_of_2021(false), {}, {}};
  input.circumstances.individuals = 100002;
  const findings::Severity severity = assess_severity(input);
  EXPECT_EQ(severity.dpc, 4);
  EXPECT_EQ(severity.ei, 1);
  EXPECT_EQ(severity.cb, 1);
  EXPECT_EQ(severity.score, 5);
  EXPECT_EQ(severity.level, "very high");
  EXPECT_EQ(severity.flags, std::vector<std::string>{"more than 100 individuals (100,002)"});
  EXPECT_EQ(severity.because.back(), "SE = DPC x EI + CB = 4 x 1 + 1 = 5.");
}

TEST(Severity, IsOnlyHighWhenReligionAndBloodGroupAreOverlooked) {
  const findings::Severity severity = assess_severity({meanings_of_2021(true), {}, {}});
  EXPECT_EQ(severity.score, 3);
  EXPECT_EQ(severity.level, "high");
}

TEST(Severity, OfNamesSentToOneKnownRecipientIsLow) {
  SeverityInput input;
  input.meanings = {simple("person.name", true)};
  input.circumstances.confidentiality = Confidentiality::known_recipients;
  input.circumstances.malicious = false;
  const findings::Severity severity = assess_severity(input);
  EXPECT_EQ(severity.score, 0.75);
  EXPECT_EQ(severity.level, "low");
  EXPECT_TRUE(severity.flags.empty());
}

TEST(Severity, PutsEachEdgeInTheUpperLevel) {
  struct Case {
    int dpc;
    Circumstances circumstances;
    double score;
    const char* level;
  };
  const Circumstances open;  // 1.0
  const Circumstances kept{Confidentiality::kept, Harm::none, Harm::none, false, 0, false};
  const Circumstances lost{Confidentiality::known_recipients, Harm::mended, Harm::mended, false, 0, false};
  const Circumstances all{Confidentiality::unknown_recipients, Harm::lasting, Harm::lasting, true, 0, false};
  for (const Case& one : std::vector<Case>{{1, open, 2, "medium"},
                                           {1, lost, 1.75, "low"},
                                           {2, lost, 2.75, "medium"},
                                           {2, open, 3, "high"},
                                           {3, lost, 3.75, "high"},
                                           {3, open, 4, "very high"},
                                           {2, kept, 2, "medium"},
                                           {4, kept, 4, "very high"},
                                           {4, all, 6, "very high"}}) {
    SeverityInput input;
    input.meanings = {simple("person.name"), simple("birth.date"), simple("id.national")};
    input.judgement.simple = one.dpc - 1;
    input.circumstances = one.circumstances;
    const findings::Severity severity = assess_severity(input);
    EXPECT_EQ(severity.score, one.score);
    EXPECT_EQ(severity.level, one.level);
  }
}

TEST(Severity, RatesTheEaseOfIdentification) {
  struct Case {
    std::vector<MeaningPresent> meanings;
    double ei;
  };
  const MeaningPresent sparse_name{"person.name", "simple", true, 0.01};
  for (const Case& one : std::vector<Case>{
           {{simple("person.sex"), simple("birth.date")}, 0.25},
           {{simple("person.name")}, 0.5},
           {{simple("contact.phone", true)}, 0.5},
           {{simple("contact.postcode")}, 0.25},
           {{simple("person.name"), simple("birth.date")}, 0.75},
           {{simple("person.name"), simple("contact.email", true)}, 0.75},
           {{simple("id.national", true)}, 0.75},
           {{simple("id.national", true), simple("person.name")}, 0.75},
           {{simple("id.passport", true), simple("person.name"), simple("birth.date")}, 1},
           {{simple("person.name"), {"biometric.face", "sensitive", true, 1}}, 1},
           {{simple("id.national", true), sparse_name, simple("birth.date")}, 0.75},
       }) {
    EXPECT_EQ(assess_severity({one.meanings, {}, {}}).ei, one.ei) << one.meanings.front().meaning;
  }
}

TEST(Severity, TakesSensitiveMeaningsAsSuchWhateverThePackSays) {
  for (const char* meaning : {"person.religion", "person.blood_group", "health.diagnosis", "biometric.fingerprint"}) {
    EXPECT_EQ(assess_severity({{{meaning, "none", false, 0.001}}, {}, {}}).dpc, 4) << meaning;
    EXPECT_EQ(assess_severity({{simple("person.name"), {meaning, "none", false, 0}}, {}, {}}).dpc, 1)
        << meaning << ", empty";
  }
}

TEST(Severity, TakesCredentialsForWhatTheyOpen) {
  SeverityInput input{{{"credential.password", "none", false, 1}}, {}, {}};
  EXPECT_EQ(assess_severity(input).dpc, 1);
  input.judgement.credentials_open = "financial";
  EXPECT_EQ(assess_severity(input).dpc, 3);
}

TEST(Severity, KeepsTheDesksJudgementWithinTheMethod) {
  SeverityInput input{{{"payment.card", "financial", true, 1}, simple("person.name")}, {}, {}};
  for (const auto& [judged, dpc] :
       {std::pair{-9, 1}, std::pair{-1, 2}, std::pair{0, 3}, std::pair{1, 4}, std::pair{9, 4}}) {
    input.judgement.financial = judged;
    EXPECT_EQ(assess_severity(input).dpc, dpc);
  }
}

TEST(Severity, DoesNotApplyWithoutPersonalData) {
  const findings::Severity severity = assess_severity({{{"unknown", "none", false, 1}}, {}, {}});
  EXPECT_EQ(severity.score, 0);
  EXPECT_EQ(severity.level, "low");
  EXPECT_EQ(severity.because.size(), 1U);
}

TEST(Severity, FlagsUnintelligibleData) {
  SeverityInput input{{simple("person.name")}, {}, {}};
  input.circumstances.unintelligible = true;
  input.circumstances.individuals = 100;
  EXPECT_EQ(assess_severity(input).flags, std::vector<std::string>{"data unintelligible to a finder"});
}

}  // namespace
}  // namespace sidik::ledger
