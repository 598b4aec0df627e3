#include "net/address_guard.hpp"

#include <arpa/inet.h>

#include <algorithm>

namespace sidik::net {
namespace {

/// A network: its first bytes and how many bits count.
struct Network {
  std::array<std::uint8_t, 6> first;
  unsigned bits;
};

constexpr std::array kReservedV4{
    Network{{0, 0, 0, 0}, 8},        // this network
    Network{{10, 0, 0, 0}, 8},       // private
    Network{{100, 64, 0, 0}, 10},    // shared by carriers
    Network{{127, 0, 0, 0}, 8},      // loopback
    Network{{169, 254, 0, 0}, 16},   // link-local
    Network{{172, 16, 0, 0}, 12},    // private
    Network{{192, 0, 0, 0}, 24},     // protocol assignments
    Network{{192, 0, 2, 0}, 24},     // documentation
    Network{{192, 88, 99, 0}, 24},   // relays to IPv6
    Network{{192, 168, 0, 0}, 16},   // private
    Network{{198, 18, 0, 0}, 15},    // benchmarks
    Network{{198, 51, 100, 0}, 24},  // documentation
    Network{{203, 0, 113, 0}, 24},   // documentation
    Network{{224, 0, 0, 0}, 3},      // multicast and reserved, with broadcast
};
constexpr std::array kReservedV6{
    Network{{0x20, 0x01, 0x00, 0x00}, 23},  // protocol assignments: Teredo, ORCHID
    Network{{0x20, 0x01, 0x0d, 0xb8}, 32},  // documentation
    Network{{0x20, 0x02}, 16},              // 6to4
    Network{{0x3f, 0xff, 0x00}, 20},        // documentation
};
constexpr Network kGlobalV6{{0x20}, 3};

bool is_in(const Address& address, const Network& network) {
  for (unsigned bit = 0; bit < network.bits; ++bit) {
    const auto mask = static_cast<std::uint8_t>(0x80U >> (bit % 8U));
    if (((address.bytes[bit / 8U] ^ network.first[bit / 8U]) & mask) != 0) return false;
  }
  return true;
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  const std::string copy(text);
  Address address;
  if (inet_pton(AF_INET, copy.c_str(), address.bytes.data()) == 1) return address;
  address.is_v6 = true;
  if (inet_pton(AF_INET6, copy.c_str(), address.bytes.data()) == 1) return address;
  return std::nullopt;
}

std::string to_text(const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(address.is_v6 ? AF_INET6 : AF_INET, address.bytes.data(), text.data(), text.size());
  return text.data();
}

bool is_public(const Address& address) {
  const auto holds = [&](const Network& network) { return is_in(address, network); };
  if (!address.is_v6) return std::ranges::none_of(kReservedV4, holds);
  return holds(kGlobalV6) && std::ranges::none_of(kReservedV6, holds);
}

}  // namespace sidik::net
