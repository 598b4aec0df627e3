#include "casefile/takedown_notice.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

TakedownNotice notice_for_test() {
  TakedownNotice notice;
  notice.report_id = "2f1d6a54-0000-4000-8000-000000000001";
  notice.url = "https://files.example/abc#key";
  notice.host = "files.example";
  notice.address = "198.51.100.7";
  notice.seen_at = "2021-05-20T09:00:00Z";
  notice.verified_at = "2021-05-21T09:00:00Z";
  notice.organisation = "Desk of Examples";
  notice.contact = "desk@authority.example";
  notice.domain = "authority.example";
  notice.signer = "Rina Rekaan";
  notice.data_types = {"personal_information", "government_id"};
  notice.exposure_method = "forum_post";
  notice.record_count = 100002;
  notice.kinds_of_fields = {"names", "national numbers"};
  notice.legal_basis = "UU PDP art. 65";
  return notice;
}

TEST(TakedownNotice, SaysWhatXarfRequiresAndNothingInternal) {
  const auto report = to_xarf(notice_for_test());
  ASSERT_TRUE(report);
  for (const char* name : {"xarf_version", "report_id", "timestamp", "reporter", "sender", "source_identifier",
                           "category", "type", "url", "data_types", "exposure_method"})
    EXPECT_TRUE(report->contains(name)) << name;
  EXPECT_EQ((*report)["source_identifier"], "198.51.100.7");
  EXPECT_EQ((*report)["record_count"], 100002);
  for (const char* name : {"_internal", "sample_records", "evidence"}) EXPECT_FALSE(report->contains(name)) << name;
}

TEST(TakedownNotice, TheKeyOfALinkGoesToTheOperatorOnly) {
  TakedownNotice notice = notice_for_test();
  EXPECT_EQ(*link_for(notice), "https://files.example/abc#key");
  for (const auto scope : {RecipientScope::network, RecipientScope::registrar}) {
    notice.scope = scope;
    EXPECT_EQ(*link_for(notice), "https://files.example/abc");
    EXPECT_EQ(to_xarf(notice)->dump().find("#key"), std::string::npos);
    EXPECT_EQ(to_email(notice, "abuse@net.example", "en")->find("#key"), std::string::npos);
  }
}

TEST(TakedownNotice, AHostThatSeesOnlyEncryptedFilesIsNotToldWithoutTheKey) {
  TakedownNotice notice = notice_for_test();
  notice.host = "mega.nz";
  notice.url = "https://mega.nz/file/abc";
  EXPECT_EQ(link_for(notice).error().code, ErrorCode("casefile.notice_key_missing"));
  notice.url += "#invented";
  EXPECT_TRUE(link_for(notice));
  notice.host = "notmega.nz";
  notice.url = "https://notmega.nz/file/abc";
  EXPECT_TRUE(link_for(notice));
}

TEST(TakedownNotice, AFieldThatIsNotProperIsNamed) {
  const auto what = [](auto&& change) {
    TakedownNotice notice = notice_for_test();
    change(notice);
    const auto report = to_xarf(notice);
    return report ? std::string("none") : report.error().what;
  };
  EXPECT_NE(what([](auto& n) { n.organisation.clear(); }).find("organisation"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.organisation = "a\nBcc: x"; }).find("organisation"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.contact = "nobody"; }).find("contact"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.contact = "a@b.example,c@d.example"; }).find("contact"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.domain = "-.example"; }).find("domain"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.data_types.clear(); }).find("data types"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.data_types = {"everything"}; }).find("data types"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.exposure_method = "magic"; }).find("exposure method"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.data_format = "floppy"; }).find("data format"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.seen_at = "yesterday"; }).find("first sight"), std::string::npos);
  EXPECT_NE(what([](auto& n) { n.legal_basis = "a\rb"; }).find("text"), std::string::npos);
}

TEST(TakedownNotice, TheDescriptionKeepsToItsLengthAndCutsNoLetter) {
  TakedownNotice notice = notice_for_test();
  for (int i = 0; i < 8; ++i) {
    notice.legal_basis = std::string(static_cast<std::size_t>(i), 'x');
    for (int letter = 0; letter < 600; ++letter) notice.legal_basis += "\xc3\xa9";
    const auto report = to_xarf(notice);
    ASSERT_TRUE(report);
    EXPECT_LE((*report)["description"].get<std::string>().size(), 1000U);
    EXPECT_TRUE(to_canonical((*report)["description"]));
  }
}

TEST(TakedownNotice, AnEmailIsWrittenInBothLanguages) {
  const auto english = to_email(notice_for_test(), "abuse@files.example", "en");
  const auto indonesian = to_email(notice_for_test(), "abuse@files.example", "id");
  ASSERT_TRUE(english && indonesian);
  for (const auto& text : {*english, *indonesian}) {
    EXPECT_EQ(text.find("From: desk@authority.example\nTo: abuse@files.example\nSubject: "), 0U);
    EXPECT_NE(text.find("100002"), std::string::npos);
    EXPECT_NE(text.find("https://files.example/abc#key"), std::string::npos);
  }
  EXPECT_NE(indonesian->find("data pribadi"), std::string::npos);
  EXPECT_FALSE(to_email(notice_for_test(), "a@b.example\nBcc: c@d.example", "en"));
}

TEST(TakedownNotice, ADsaNoticeHasItsFourPointsOrIsRefused) {
  const auto text = to_dsa_notice(notice_for_test());
  ASSERT_TRUE(text);
  for (const char* point : {"16(2)(a)", "16(2)(b)", "16(2)(c)", "16(2)(d)", "UU PDP art. 65", "Rina Rekaan"})
    EXPECT_NE(text->find(point), std::string::npos) << point;
  TakedownNotice notice = notice_for_test();
  notice.legal_basis.clear();
  EXPECT_FALSE(to_dsa_notice(notice));
}

}  // namespace
}  // namespace sidik::casefile
