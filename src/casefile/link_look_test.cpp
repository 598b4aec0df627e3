#include "casefile/link_look.hpp"

#include <gtest/gtest.h>

namespace sidik::casefile {
namespace {

LinkLook look_for_test() {
  LinkLook look;
  look.at = "2021-05-21T09:00:00Z";
  look.vantage = "jakarta";
  look.country = "ID";
  look.resolver = "system";
  look.addresses = {"198.51.100.7"};
  look.address = "198.51.100.7";
  look.hops = {{"http://files.example", 302}, {"https://files.example:8443", 200}};
  look.headers = {{"content-type", "application/zip"}};
  look.type = "zip";
  look.sha256 = std::string(64, 'a');
  look.bytes = 10;
  look.is_complete = true;
  look.failure = LookFailure::reset;
  return look;
}

TEST(LinkLook, ComesBackFromItsJson) {
  const Json written = to_json(look_for_test());
  const auto read = look_of(written);
  ASSERT_TRUE(read);
  EXPECT_EQ(to_json(*read), written);
  EXPECT_TRUE(to_canonical(written));
}

TEST(LinkLook, APartThatIsMissingOrOfAnotherKindIsNamed) {
  const Json whole = to_json(look_for_test());
  for (const auto& [name, value] : whole.items()) {
    Json cut = whole;
    cut.erase(name);
    const auto read = look_of(cut);
    ASSERT_FALSE(read) << name;
    EXPECT_NE(read.error().what.find(name), std::string::npos) << read.error().what;
    Json other = whole;
    other[name] = Json::object();
    EXPECT_FALSE(look_of(other)) << name;
  }
  EXPECT_FALSE(look_of(Json::array()));
}

TEST(LinkLook, ListsAndTextsThatAreTooLongAreRefused) {
  Json whole = to_json(look_for_test());
  whole["vantage"] = std::string(5000, 'v');
  EXPECT_FALSE(look_of(whole));
  whole = to_json(look_for_test());
  for (int i = 0; i < 100; ++i) whole["addresses"].push_back("198.51.100.7");
  EXPECT_FALSE(look_of(whole));
}

TEST(LinkLook, KnowsWhetherItHasLeftItsHost) {
  LinkLook look = look_for_test();
  EXPECT_FALSE(look.has_left_its_host());
  look.hops.back().site = "https://block.example";
  EXPECT_TRUE(look.has_left_its_host());
  look.hops = {{"http://[2001:db8::1]", 302}, {"http://[2001:db8::1]:8080", 200}};
  EXPECT_FALSE(look.has_left_its_host());
}

}  // namespace
}  // namespace sidik::casefile
