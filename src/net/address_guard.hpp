#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sidik::net {

/// An IPv4 or IPv6 address.
struct Address {
  std::array<std::uint8_t, 16> bytes{};  ///< IPv4 in the first four
  bool is_v6 = false;
  friend bool operator==(const Address&, const Address&) = default;
};

/// Dotted numbers or RFC 4291 text, without zone and brackets; nothing for other forms.
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);
[[nodiscard]] std::string to_text(const Address& address);

/// Whether an address is of the public network. IPv6 outside 2000::/3 never is: that refuses loopback, link-local,
/// unique-local, mapped and NAT64 addresses by one rule; within it tunnels that carry an IPv4 address are refused too.
/// Source   IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates).
[[nodiscard]] bool is_public(const Address& address);

}  // namespace sidik::net
