#include "engine/stamp_sending.hpp"

#include <gtest/gtest.h>

#include "net/server_for_test.hpp"

namespace sidik::engine {
namespace {

LookOptions rehearsal() {
  LookOptions how;
  how.allows_private = true;
  how.seconds = 2;
  return how;
}

TEST(StampSending, GivesTheReplyAsItCame) {
  std::string got;
  {
    const net::ServerForTest authority([&got](int socket, const std::string& request) {
      got = request;
      net::ServerForTest::say(socket, std::string("HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\n"
                                                  "Content-Length: 3\r\n\r\n\x30\x01\x00",
                                                  92));
    });
    const auto reply = send_stamp_request(authority.url(), std::string("\x30\x00\x02", 3), rehearsal(), Context{});
    ASSERT_TRUE(reply) << to_line(reply.error());
    EXPECT_EQ(*reply, std::string("\x30\x01\x00", 3));
  }
  EXPECT_NE(got.find("Content-Type: application/timestamp-query\r\n"), std::string::npos);
  EXPECT_TRUE(got.ends_with(std::string("\r\n\r\n\x30\x00\x02", 7)));
}

TEST(StampSending, WhatIsNoReplyIsRefused) {
  for (const char* type : {"Content-Type: text/html\r\n", ""}) {
    const net::ServerForTest authority(net::ServerForTest::answer("200 OK", type, "hello"));
    const auto reply = send_stamp_request(authority.url(), "x", rehearsal(), Context{});
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode("engine.stamp_refused"));
  }
  const net::ServerForTest private_one(net::ServerForTest::answer("200 OK", "", ""));
  LookOptions guarded = rehearsal();
  guarded.allows_private = false;
  EXPECT_EQ(send_stamp_request(private_one.url(), "x", guarded, Context{}).error().code,
            ErrorCode("engine.stamp_unreachable"));
  EXPECT_EQ(private_one.connections(), 0);
}

}  // namespace
}  // namespace sidik::engine
