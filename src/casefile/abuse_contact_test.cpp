#include "casefile/abuse_contact.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

using namespace std::string_view_literals;

/// A registry's answer as RFC 9083 has it: the abuse contact nested in the registrar. Everything is invented.
constexpr auto kDomain = R"({"objectClassName":"domain","ldhName":"files.example","links":[
  {"rel":"self","href":"https://rdap.registry.example/domain/files.example","type":"application/rdap+json"},
  {"rel":"related","href":"https://www.registrar.example/","type":"text/html"},
  {"rel":"related","href":"https://rdap.registrar.example/domain/files.example","type":"application/rdap+json"}],
 "entities":[{"objectClassName":"entity","roles":["registrar"],"vcardArray":["vcard",[["version",{},"text","4.0"],
   ["email",{},"text","sales@registrar.example"]]],
  "entities":[{"roles":["abuse","technical"],"vcardArray":["vcard",[["fn",{},"text","Abuse Desk"],
   ["email",{},"text","Abuse@Registrar.example"],["email",{"type":"work"},"uri","mailto:abuse2@registrar.example"]]]}]}]})"sv;

TEST(AbuseContact, IsReadWhereverItIsNested) {
  const auto reading = read_rdap(kDomain, ContactScope::registrar, "rdap.registry.example");
  ASSERT_TRUE(reading);
  ASSERT_EQ(reading->contacts.size(), 2U);
  EXPECT_EQ(reading->contacts[0],
            (AbuseContact{"abuse@registrar.example", ContactScope::registrar, "rdap.registry.example"}));
  EXPECT_EQ(reading->contacts[1].address, "abuse2@registrar.example");
  EXPECT_EQ(reading->related, "https://rdap.registrar.example/domain/files.example");
}

TEST(AbuseContact, NonePublishedIsAnAnswerAndNoError) {
  const auto reading =
      read_rdap(R"({"entities":[{"roles":["registrant"],"vcardArray":["vcard",[["email",{},"text","x@y.example"]]]}]})",
                ContactScope::network, "x");
  ASSERT_TRUE(reading);
  EXPECT_TRUE(reading->contacts.empty());
}

TEST(AbuseContact, WhatIsNoPlainAddressIsPassedOver) {
  for (const char* address : {"", "abuse", "@x.example", "a@", "a@b@c.example", "a b@c.example",
                              "a@c.example\\nBcc: d@e.example", "<a@b.example>"}) {
    const auto reading =
        read_rdap(std::string(R"({"entities":[{"roles":["abuse"],"vcardArray":["vcard",[["email",{},"text",")") +
                      address + R"("]]]}]})",
                  ContactScope::network, "x");
    ASSERT_TRUE(reading) << address;
    EXPECT_TRUE(reading->contacts.empty()) << address;
  }
}

TEST(AbuseContact, OddShapesAreNoFaults) {
  for (const char* json : {"{}", R"({"entities":{}})", R"({"entities":[1,null,{"roles":"abuse"}]})",
                           R"({"entities":[{"roles":["abuse"]},{"roles":["abuse"],"vcardArray":["vcard"]},
                              {"roles":["abuse"],"vcardArray":["vcard",[[],["email"],["email",{},"text",7]]]}],"links":[1,{"rel":"related"}]})"})
    EXPECT_TRUE(read_rdap(json, ContactScope::network, "x")) << json;
  for (const char* json : {"", "[]", "7", "{", "{\"entities\":"})
    EXPECT_FALSE(read_rdap(json, ContactScope::network, "x")) << json;
}

TEST(AbuseContact, DepthAndLengthAreBounded) {
  std::string deep = "{\"entities\":";
  for (int i = 0; i < 100000; ++i) deep += '[';
  EXPECT_FALSE(read_rdap(deep, ContactScope::network, "x"));
  EXPECT_FALSE(read_rdap("{\"a\":\"" + std::string(2'000'000, 'x') + "\"}", ContactScope::network, "x"));
}

TEST(AbuseContact, TheBootstrapLeadsToTheNearestService) {
  const auto services = read_bootstrap(R"({"version":"1.0","services":[
    [["example","test"],["http://plain.example/","https://rdap.one.example"]],
    [["co.example"],["https://rdap.two.example/"]],
    [["198.51.100.0/24"],["https://rdap.net.example/"]],[["0.0.0.0/0"],["https://rdap.all.example/"]],
    [["2001:db8::/32"],["https://rdap.six.example/"]],[["plain"],["http://only.example/"]]]})");
  ASSERT_TRUE(services);
  EXPECT_EQ(service_for_domain(*services, "files.example")->base, "https://rdap.one.example/");
  EXPECT_EQ(service_for_domain(*services, "files.co.example")->base, "https://rdap.two.example/");
  EXPECT_EQ(service_for_domain(*services, "example"), nullptr);
  EXPECT_EQ(service_for_domain(*services, "files.plain"), nullptr) << "an answer over plain HTTP could be anybody's";
  EXPECT_EQ(service_for_address(*services, "\xc6\x33\x64\x07")->base, "https://rdap.net.example/");
  EXPECT_EQ(service_for_address(*services, "\x09\x09\x09\x09")->base, "https://rdap.all.example/");
  EXPECT_EQ(service_for_address(*services, "\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x01"sv)->base,
            "https://rdap.six.example/");
  for (const char* json : {"{}", R"({"services":[1]})", R"({"services":[[["a"]]]})"})
    EXPECT_FALSE(read_bootstrap(json)) << json;
}

TEST(AbuseContact, AGuessIsMadeOfTheDomainAndOfNoAddress) {
  EXPECT_EQ(guess_of("dl.files.example")->address, "abuse@files.example");
  EXPECT_EQ(guess_of("files.example")->scope, ContactScope::guess);
  EXPECT_FALSE(guess_of("198.51.100.7"));
  EXPECT_FALSE(guess_of("2001:db8::1"));
  EXPECT_FALSE(guess_of("localhost"));
}

}  // namespace
}  // namespace sidik::casefile
