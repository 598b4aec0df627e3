#include "casefile/link_verdict.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

/// The content over plain HTTP at 198.51.100.7.
LinkLook content(const std::string& vantage, const std::string& country) {
  LinkLook look;
  look.at = "2021-05-21T09:00:00Z";
  look.vantage = vantage;
  look.country = country;
  look.resolver = "system";
  look.addresses = {"198.51.100.7"};
  look.address = "198.51.100.7";
  look.hops = {{"http://files.example", 200}};
  look.type = "zip";
  look.sha256 = std::string(64, 'a');
  look.bytes = 1000;
  look.is_complete = true;
  return look;
}
LinkLook answer(const std::string& vantage, const std::string& country, std::int64_t status) {
  LinkLook look = content(vantage, country);
  look.hops.back().status = status;
  look.type = "html";
  look.sha256 = std::string(64, 'b');
  return look;
}
LinkLook failure(const std::string& vantage, const std::string& country, LookFailure how) {
  LinkLook look = content(vantage, country);
  look.hops.clear();
  look.bytes = 0;
  look.sha256.clear();
  look.failure = how;
  if (how == LookFailure::name_unknown) look.addresses.clear();
  return look;
}
LinkLook verified(LinkLook look) {
  look.is_tls_verified = true;
  return look;
}
LinkLook at(LinkLook look, const std::string& address) {
  look.addresses = {address};
  look.address = address;
  return look;
}
LinkLook through(LinkLook look, const std::string& resolver) {
  look.resolver = resolver;
  return look;
}
Finding find(const std::vector<LinkLook>& looks) { return verdict_of(looks, "zip").finding; }

TEST(LinkVerdict, AResetInOneCountryWhileTheContentComesElsewhereIsABlockThere) {
  const auto verdict =
      verdict_of(std::vector{failure("jakarta", "ID", LookFailure::reset), content("geneva", "CH")}, "zip");
  EXPECT_EQ(verdict.finding, Finding::blocked);
  EXPECT_EQ(verdict.countries, std::set<std::string>{"ID"});
  EXPECT_EQ(verdict.blocked_by, std::set<std::string>{"network"});
}

TEST(LinkVerdict, AResolverThatAnswersAnotherAddressIsABlock) {
  EXPECT_EQ(find({at(answer("jakarta", "ID", 200), "203.0.113.9"), content("geneva", "CH")}), Finding::blocked);
  EXPECT_EQ(find({at(answer("jakarta", "ID", 404), "203.0.113.9"), content("geneva", "CH")}), Finding::blocked);
  EXPECT_EQ(find({failure("jakarta", "ID", LookFailure::name_unknown), content("geneva", "CH")}), Finding::blocked);
}

TEST(LinkVerdict, ANamedResolverInTheSameCountryCanShowThatTheNetworkBlocks) {
  EXPECT_EQ(find({failure("jakarta", "ID", LookFailure::name_unknown), through(content("jakarta", "ID"), "9.9.9.9")}),
            Finding::blocked);
}

TEST(LinkVerdict, ABlockPageBehindARedirectIsABlock) {
  LinkLook look = answer("jakarta", "ID", 200);
  look.hops = {{"http://files.example", 302}, {"http://block.example", 200}};
  EXPECT_EQ(find({look, content("geneva", "CH")}), Finding::blocked);
}

TEST(LinkVerdict, AHostThatWithholdsInOneCountryIsABlockByTheHost) {
  const auto verdict = verdict_of(std::vector{verified(answer("jakarta", "ID", 451)), content("geneva", "CH")}, "zip");
  EXPECT_EQ(verdict.finding, Finding::blocked);
  EXPECT_EQ(verdict.blocked_by, std::set<std::string>{"host"});
}

TEST(LinkVerdict, SilenceInOneCountryIsNoBlock) {
  EXPECT_EQ(find({failure("jakarta", "ID", LookFailure::timed_out), content("geneva", "CH")}), Finding::up);
  EXPECT_EQ(find({answer("jakarta", "ID", 503), content("geneva", "CH")}), Finding::up);
  const auto verdict =
      verdict_of(std::vector{failure("jakarta", "ID", LookFailure::timed_out), content("geneva", "CH")}, "zip");
  EXPECT_EQ(verdict.countries, std::set<std::string>{"CH"});
}

TEST(LinkVerdict, TheHostsOwnPageUnderItsCertificateIsARemoval) {
  for (const int status : {404, 410, 451})
    EXPECT_EQ(find({verified(answer("jakarta", "ID", status))}), Finding::removed) << status;
}

TEST(LinkVerdict, APlainPageOfOneCountryDecidesNothing) {
  EXPECT_EQ(find({answer("jakarta", "ID", 404)}), Finding::undecided);
  EXPECT_EQ(find({answer("jakarta", "ID", 404), answer("bandung", "ID", 404)}), Finding::undecided);
}

TEST(LinkVerdict, ThatSamePageFromTwoCountriesIsARemoval) {
  EXPECT_EQ(find({answer("jakarta", "ID", 404), answer("geneva", "CH", 404)}), Finding::removed);
}

TEST(LinkVerdict, ThePageOfAnotherHostIsNoRemovalEvenUnderACertificate) {
  LinkLook look = verified(answer("jakarta", "ID", 404));
  look.hops = {{"https://files.example", 302}, {"https://block.example", 404}};
  EXPECT_EQ(find({look}), Finding::undecided);
}

TEST(LinkVerdict, NobodyThereFromTwoCountriesIsADeadLink) {
  const auto gone = failure("jakarta", "ID", LookFailure::name_unknown);
  EXPECT_EQ(find({gone}), Finding::undecided);
  EXPECT_EQ(find({gone, through(gone, "9.9.9.9")}), Finding::undecided);
  EXPECT_EQ(find({gone, failure("geneva", "CH", LookFailure::connect_refused)}), Finding::dead);
  EXPECT_EQ(find({gone, failure("geneva", "CH", LookFailure::timed_out)}), Finding::undecided);
}

TEST(LinkVerdict, APageWhereAFileWasIsForAPersonToRead) {
  EXPECT_EQ(find({verified(answer("jakarta", "ID", 200)), verified(answer("geneva", "CH", 200))}), Finding::undecided);
  EXPECT_EQ(verdict_of(std::vector{answer("geneva", "CH", 200)}, "html").finding, Finding::up);
}

TEST(LinkVerdict, ContentAnywhereIsNeverARemovalAndNeverADeadLink) {
  const std::vector<LinkLook> others{verified(answer("jakarta", "ID", 404)),
                                     verified(answer("jakarta", "ID", 410)),
                                     answer("jakarta", "ID", 404),
                                     failure("jakarta", "ID", LookFailure::name_unknown),
                                     failure("jakarta", "ID", LookFailure::connect_refused),
                                     failure("jakarta", "ID", LookFailure::reset),
                                     failure("jakarta", "ID", LookFailure::timed_out)};
  for (const LinkLook& other : others) {
    const Finding finding = find({other, other, content("geneva", "CH")});
    EXPECT_TRUE(finding == Finding::up || finding == Finding::blocked) << word_of(finding);
  }
}

TEST(LinkVerdict, NoLookNoVerdict) { EXPECT_EQ(find({}), Finding::undecided); }

}  // namespace
}  // namespace sidik::casefile
