#include "engine/link_looking.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "net/server_for_test.hpp"

namespace sidik::engine {
namespace {

LookOptions rehearsal() {
  LookOptions options;
  options.country = "ID";
  options.allows_private = true;
  options.seconds = 2;
  return options;
}

TEST(LinkLooking, KeepsHashSizeAndTypeAndNoCookie) {
  const net::ServerForTest host(
      net::ServerForTest::answer("200 OK", "Set-Cookie: a=b\r\nServer: invented\r\n", "PK\x03\x04"));
  const auto looks = look_at_link(host.url("/secret"), rehearsal(), Context{});
  ASSERT_TRUE(looks);
  const auto& look = looks->front();
  EXPECT_EQ(look.type, "zip");
  EXPECT_EQ(look.bytes, 4U);
  EXPECT_EQ(look.sha256.size(), 64U);
  for (const auto& header : look.headers) EXPECT_NE(header.name, "set-cookie");
  EXPECT_EQ(casefile::to_json(look).dump().find("secret"), std::string::npos);
}

TEST(LinkLooking, LooksComeBackFromTheirFileForTheirLinkOnly) {
  const net::ServerForTest host(net::ServerForTest::answer("404 Not Found", "", "gone"));
  const std::string url = host.url("/secret");
  const auto looks = look_at_link(url, rehearsal(), Context{});
  ASSERT_TRUE(looks);
  const auto path = std::filesystem::path(testing::TempDir()) / "looks.json";
  const std::string text = looks_to_json(url, *looks);
  EXPECT_EQ(text.find("secret"), std::string::npos);
  std::ofstream(path) << text;
  const auto read = read_looks(path.string(), url);
  ASSERT_TRUE(read);
  EXPECT_EQ(casefile::to_json(read->front()), casefile::to_json(looks->front()));
  EXPECT_EQ(read_looks(path.string(), url + "x").error().code, ErrorCode("engine.looks_of_other_link"));
  for (const std::string& broken :
       {std::string(), text.substr(0, text.size() / 2), std::string("[]"), std::string("{\"sidik_looks\":1}")}) {
    std::ofstream(path, std::ios::trunc) << broken;
    EXPECT_EQ(read_looks(path.string(), url).error().code, ErrorCode("engine.looks_malformed"));
  }
  std::filesystem::remove(path);
  EXPECT_EQ(read_looks(path.string(), url).error().kind, ErrorKind::not_found);
}

TEST(LinkLooking, OptionsThatAreNoneAreRefusedBeforeAnybodyIsAsked) {
  const net::ServerForTest host(net::ServerForTest::answer("200 OK", "", "x"));
  const auto code = [&](auto&& change) {
    LookOptions options = rehearsal();
    change(options);
    const auto looks = look_at_link(host.url(), options, Context{});
    return looks ? ErrorCode("none") : looks.error().code;
  };
  const ErrorCode option("engine.look_option");
  EXPECT_EQ(code([](auto& o) { o.country = "id"; }), option);
  EXPECT_EQ(code([](auto& o) { o.vantage = "a b"; }), option);
  EXPECT_EQ(code([](auto& o) { o.seconds = 0; }), option);
  EXPECT_EQ(code([](auto& o) { o.bytes = 0; }), option);
  EXPECT_EQ(code([](auto& o) { o.names = {"files.test"}; }), option);
  EXPECT_EQ(code([](auto& o) { o.resolvers = {"dns.test"}; }), ErrorCode("net.resolver_malformed"));
  EXPECT_EQ(host.connections(), 0);
}

}  // namespace
}  // namespace sidik::engine
