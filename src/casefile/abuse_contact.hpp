#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace sidik::casefile {

/// What the owner of an address can do about a link.
enum class ContactScope { network, registrar, guess };
[[nodiscard]] std::string_view word_of(ContactScope scope);

/// An address for complaints, and where it was read.
struct AbuseContact {
  std::string address;
  ContactScope scope = ContactScope::guess;
  std::string source;  ///< the host that was asked, or `RFC 2142`
  friend bool operator==(const AbuseContact&, const AbuseContact&) = default;
};

/// What an answer of RDAP says.
struct RdapReading {
  std::vector<AbuseContact> contacts;  ///< of entities with the role abuse, wherever they are nested; may be none
  std::string related;                 ///< the registrar's own answer about a domain, by its link; may be empty
};

/// Reads the answer of a registry about a domain or an address.
///
/// Input    JSON of at most 1 MiB and 32 levels; at most 256 entities are looked at and 16 contacts kept. What is no
///          plain e-mail address is passed over.
/// Errors   casefile.rdap_malformed (invalid_input).
/// Source   RFC 9083 sections 4.2 and 5.1; jCard, RFC 7095.
[[nodiscard]] Result<RdapReading> read_rdap(std::string_view json, ContactScope scope, const std::string& source);

/// Where to ask about a domain or an address.
struct RdapService {
  std::vector<std::string> keys;  ///< top-level domains, or networks such as 198.51.100.0/24
  std::string base;               ///< https://..., ends with /
};
/// Reads a bootstrap file of IANA. Errors   casefile.rdap_malformed.
/// Source   RFC 9224.
[[nodiscard]] Result<std::vector<RdapService>> read_bootstrap(std::string_view json);
/// The service with the longest key that holds the name: its last labels. Nothing when there is none.
[[nodiscard]] const RdapService* service_for_domain(const std::vector<RdapService>& services, std::string_view host);
/// The same for an IPv4 or IPv6 address, given as its bytes.
[[nodiscard]] const RdapService* service_for_address(const std::vector<RdapService>& services,
                                                     std::string_view address_bytes);

/// abuse@ the last two labels of a host: what RFC 2142 asks for and nobody promised.
[[nodiscard]] std::optional<AbuseContact> guess_of(std::string_view host);

}  // namespace sidik::casefile
