#include "net/fetch.hpp"

#include <gtest/gtest.h>

#include "net/server_for_test.hpp"

namespace sidik::net {
namespace {

using std::chrono::milliseconds;

FetchRequest request_for_test(const std::string& url) {
  FetchRequest request;
  request.url = url;
  request.lets_through = [](const Address&) { return true; };
  request.keeps_body = true;
  request.limits.total = milliseconds(1500);
  request.limits.connect = milliseconds(500);
  return request;
}
Exchange look(const FetchRequest& request, const Resolver& resolver = system_resolver()) {
  const auto seen = fetch(request, resolver, Context{});
  EXPECT_TRUE(seen) << (seen ? "" : to_line(seen.error()));
  return seen.value_or(Exchange{});
}
Address address(const char* text) { return *parse_address(text); }

TEST(Fetch, TellsStatusHeadersAndBody) {
  for (const char* status : {"200 OK", "404 Not Found", "410 Gone", "451 Unavailable For Legal Reasons"}) {
    const ServerForTest server(ServerForTest::answer(status,
                                                     "X-Thing: a\x01"
                                                     "b\r\n",
                                                     "<html>gone</html>"));
    const Exchange seen = look(request_for_test(server.url()));
    EXPECT_EQ(std::to_string(seen.status()), std::string(status).substr(0, 3));
    EXPECT_EQ(seen.failure, Failure::none);
    EXPECT_TRUE(seen.is_complete);
    EXPECT_FALSE(seen.is_tls_verified);
    EXPECT_EQ(seen.body, "<html>gone</html>");
    EXPECT_EQ(seen.bytes, 17U);
    EXPECT_EQ(seen.used, address("127.0.0.1"));
    ASSERT_GE(seen.headers.size(), 2U);
    EXPECT_EQ(seen.headers[1].name, "x-thing");
    EXPECT_EQ(seen.headers[1].value, "a?b");
  }
}

TEST(Fetch, DoesNotConnectToAPrivateAddressUnlessItIsAllowed) {
  const ServerForTest server(ServerForTest::answer("200 OK", "", "secret"));
  FetchRequest request = request_for_test(server.url());
  request.lets_through = is_public;
  EXPECT_EQ(look(request).failure, Failure::address_refused);
  for (const char* name :
       {"http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://[::ffff:7f00:1]/", "http://localhost/"}) {
    request.url = name;
    const Failure failure = look(request).failure;
    EXPECT_TRUE(failure == Failure::address_refused || failure == Failure::name_unknown) << name;
  }
  EXPECT_EQ(server.connections(), 0);
}

TEST(Fetch, ARedirectToAPrivateAddressIsNotFollowed) {
  const ServerForTest inner(ServerForTest::answer("200 OK", "", "secret"));
  const ServerForTest outer(
      ServerForTest::answer("302 Found", "Location: " + inner.url("/y", "inner.test") + "\r\n", ""));
  // Stands for a public first host: all of loopback but the address of the second one is let through.
  const auto resolver =
      fixed_resolver({{"outer.test", {address("127.0.0.1")}}, {"inner.test", {address("127.0.0.77"), address("::1")}}});
  FetchRequest request = request_for_test(outer.url("/x", "outer.test"));
  request.lets_through = [](const Address& each) { return each == address("127.0.0.1"); };
  const Exchange seen = look(request, resolver);
  EXPECT_EQ(seen.failure, Failure::address_refused);
  EXPECT_EQ(outer.connections(), 1);
  EXPECT_EQ(inner.connections(), 0);
}

TEST(Fetch, EveryHopIsAskedAndCheckedAnew) {
  const ServerForTest server([](int socket, const std::string& request) {
    const bool is_first = request.find("GET /a ") == 0;
    ServerForTest::say(socket, is_first ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 9\r\n\r\nelsewhere"
                                        : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
  });
  std::vector<std::string> asked;
  const Resolver resolver{"test", [&](const std::string& host) {
                            asked.push_back(host);
                            // The name is bound anew between the hops, as an adversary would.
                            return Answer{Answer::Kind::addresses,
                                          {address(asked.size() == 1 ? "127.0.0.1" : "127.0.0.77")}};
                          }};
  const Exchange seen = look(request_for_test(server.url("/a", "host.test")), resolver);
  EXPECT_EQ(asked.size(), 2U);
  EXPECT_EQ(seen.failure, Failure::connect_refused);
  EXPECT_EQ(seen.used, address("127.0.0.77"));
}

TEST(Fetch, FollowsRedirectsWithinTheLimitAndTellsSitesWithoutPaths) {
  const ServerForTest server([](int socket, const std::string& request) {
    const bool is_first = request.find("GET /a?key=k ") == 0;
    ServerForTest::say(socket, is_first ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 9\r\n\r\nelsewhere"
                                        : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
  });
  const Exchange seen = look(request_for_test(server.url("/a?key=k")));
  ASSERT_EQ(seen.hops.size(), 2U);
  EXPECT_EQ(seen.hops[0].status, 302);
  EXPECT_EQ(seen.hops[0].site.find("/a"), std::string::npos);
  EXPECT_EQ(seen.body, "hi");

  const ServerForTest endless(ServerForTest::answer("302 Found", "Location: /again\r\n", ""));
  EXPECT_EQ(look(request_for_test(endless.url())).failure, Failure::too_many_redirects);
  EXPECT_EQ(endless.connections(), 6);
}

TEST(Fetch, ARedirectToAnotherSchemeIsNotFollowed) {
  const ServerForTest server(ServerForTest::answer("302 Found", "Location: file:///etc/hostname\r\n", ""));
  EXPECT_EQ(look(request_for_test(server.url())).failure, Failure::scheme_refused);
}

TEST(Fetch, AnEndlessBodyIsCutAtTheLimit) {
  const ServerForTest server([](int socket, const std::string&) {
    ServerForTest::say(socket, "HTTP/1.1 200 OK\r\n\r\n");
    while (ServerForTest::say(socket, std::string(65536, 'x'))) {
    }
  });
  FetchRequest request = request_for_test(server.url());
  request.limits.body_bytes = 100'000;
  const Exchange seen = look(request);
  EXPECT_EQ(seen.failure, Failure::none);
  EXPECT_EQ(seen.bytes, 100'000U);
  EXPECT_EQ(seen.body.size(), 100'000U);
  EXPECT_FALSE(seen.is_complete);
}

TEST(Fetch, ABodyOfTheVeryLimitIsWhole) {
  const ServerForTest server(ServerForTest::answer("200 OK", "", std::string(1000, 'x')));
  FetchRequest request = request_for_test(server.url());
  request.limits.body_bytes = 1000;
  EXPECT_TRUE(look(request).is_complete);
  request.limits.body_bytes = 999;
  EXPECT_FALSE(look(request).is_complete);
}

TEST(Fetch, AHostThatNeverEndsIsLeftInTime) {
  const ServerForTest silent([](int socket, const std::string&) {
    std::vector<char> bytes(16);
    (void)recv(socket, bytes.data(), bytes.size(), 0);
  });
  FetchRequest request = request_for_test(silent.url());
  request.limits.total = milliseconds(300);
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(look(request).failure, Failure::timed_out);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(2));
}

TEST(Fetch, HugeHeadersEndInTheirLimit) {
  const ServerForTest server([](int socket, const std::string&) {
    ServerForTest::say(socket, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 2000; ++i)
      if (!ServerForTest::say(socket, "X-" + std::to_string(i) + ": " + std::string(100, 'h') + "\r\n")) return;
  });
  const Exchange seen = look(request_for_test(server.url()));
  EXPECT_EQ(seen.failure, Failure::header_too_long);
  EXPECT_LE(seen.headers.size(), 64U);
}

TEST(Fetch, AResetIsToldFromARefusal) {
  const ServerForTest server([](int socket, const std::string&) {
    const linger hard{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
  });
  EXPECT_EQ(look(request_for_test(server.url())).failure, Failure::reset);
  std::string nobody;
  {
    const ServerForTest gone(ServerForTest::answer("200 OK", "", ""));
    nobody = gone.url();
  }
  EXPECT_EQ(look(request_for_test(nobody)).failure, Failure::connect_refused);
}

TEST(Fetch, ABodyThatBreaksOffIsNotComplete) {
  const ServerForTest server([](int socket, const std::string&) {
    ServerForTest::say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
  });
  const Exchange seen = look(request_for_test(server.url()));
  EXPECT_EQ(seen.status(), 200);
  EXPECT_EQ(seen.bytes, 4U);
  EXPECT_FALSE(seen.is_complete);
  EXPECT_EQ(seen.failure, Failure::reset);
}

TEST(Fetch, WhatIsNoTlsFailsAsTls) {
  const ServerForTest server(ServerForTest::answer("200 OK", "", "plain"));
  FetchRequest request = request_for_test(server.url());
  request.url.replace(0, 4, "https");
  const Exchange seen = look(request);
  EXPECT_EQ(seen.failure, Failure::tls_failed);
  EXPECT_TRUE(seen.hops.empty());
}

TEST(Fetch, APostIsSentWithItsType) {
  std::string got;
  {
    const ServerForTest server([&got](int socket, const std::string& request) {
      got = request;
      ServerForTest::say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\ny");
    });
    FetchRequest request = request_for_test(server.url());
    request.post = std::string("\x30\x00\x01", 3);
    request.content_type = "application/timestamp-query";
    EXPECT_EQ(look(request).body, "y");
  }
  EXPECT_EQ(got.find("POST /x "), 0U);
  EXPECT_NE(got.find("Content-Type: application/timestamp-query\r\n"), std::string::npos);
  EXPECT_NE(got.find(std::string("\r\n\r\n\x30\x00\x01", 7)), std::string::npos);
}

TEST(Fetch, ProxiesOfTheEnvironmentAreNotUsed) {
  const ServerForTest proxy(ServerForTest::answer("200 OK", "", "through the proxy"));
  setenv("http_proxy", proxy.url("").c_str(), 1);
  const ServerForTest server(ServerForTest::answer("200 OK", "", "direct"));
  EXPECT_EQ(look(request_for_test(server.url())).body, "direct");
  unsetenv("http_proxy");
  EXPECT_EQ(proxy.connections(), 0);
}

TEST(Fetch, ResolverAnswersAreTold) {
  FetchRequest request = request_for_test("http://nobody.test/");
  EXPECT_EQ(look(request, fixed_resolver({})).failure, Failure::name_unknown);
  EXPECT_EQ(look(request, Resolver{"x", [](const std::string&) { return Answer{}; }}).failure,
            Failure::resolver_failed);
}

TEST(SiteOf, RefusesWhatIsNoLinkWithoutRepeatingIt) {
  for (const char* url : {"", "files.example/secret", "ftp://files.example/secret", "http://u:p@files.example/secret",
                          "http://files.example/se cret", "http://files.example:99999/secret"}) {
    const auto site = site_of(url);
    ASSERT_FALSE(site) << url;
    EXPECT_EQ(to_line(site.error()).find("secret"), std::string::npos);
  }
}

TEST(SiteOf, TellsSiteHostAndPort) {
  const auto site = site_of("https://Files.Example:8443/a/b?c#d");
  ASSERT_TRUE(site);
  EXPECT_EQ(site->site, "https://files.example:8443");
  EXPECT_EQ(site->host, "files.example");
  EXPECT_EQ(site->port, 8443);
  EXPECT_EQ(site_of("http://[2001:db8::1]/x")->host, "2001:db8::1");
  EXPECT_EQ(site_of("http://files.example/x")->port, 80);
}

}  // namespace
}  // namespace sidik::net
