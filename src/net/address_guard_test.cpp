#include "net/address_guard.hpp"

#include <gtest/gtest.h>

namespace sidik::net {
namespace {

bool is_let_through(const char* text) {
  const auto address = parse_address(text);
  EXPECT_TRUE(address) << text;
  return address && is_public(*address);
}

TEST(AddressGuard, RefusesWhatIsNotOfThePublicNetwork) {
  for (const char* text :
       {"0.0.0.0",     "0.1.2.3",     "10.0.0.1",         "10.255.255.255", "100.64.0.1",      "100.127.255.255",
        "127.0.0.1",   "127.9.9.9",   "169.254.169.254",  "172.16.0.1",     "172.31.255.255",  "192.0.0.8",
        "192.0.2.1",   "192.88.99.1", "192.168.0.1",      "198.18.0.1",     "198.19.255.255",  "198.51.100.1",
        "203.0.113.1", "224.0.0.1",   "239.255.255.255",  "240.0.0.1",      "255.255.255.255", "::",
        "::1",         "::7f00:1",    "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "100::1",      "fe80::1",     "fec0::1",          "fc00::1",        "fd12:3456::1",    "ff02::1",
        "2001::1",     "2001:10::1",  "2001:db8::1",      "2002:7f00:1::",  "3fff::1",         "4000::1",
        "5f00::1"})
    EXPECT_FALSE(is_let_through(text)) << text;
}

TEST(AddressGuard, LetsThePublicNetworkThroughUpToTheEdges) {
  for (const char* text :
       {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
        "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "198.17.255.255", "198.20.0.0",
        "223.255.255.255", "2001:200::1", "2001:4860:4860::8888", "2606:4700::1111", "3ffe::1", "2a00:1450::1"})
    EXPECT_TRUE(is_let_through(text)) << text;
}

TEST(AddressGuard, ReadsOnlyTheUsualForms) {
  for (const char* text :
       {"", "127.1", "0x7f.0.0.1", "2130706433", "1.2.3.4.5", "256.1.1.1", "[::1]", "fe80::1%eth0", "a.example"})
    EXPECT_FALSE(parse_address(text)) << text;
  EXPECT_EQ(to_text(*parse_address("2001:0db8:0::01")), "2001:db8::1");
}

}  // namespace
}  // namespace sidik::net
