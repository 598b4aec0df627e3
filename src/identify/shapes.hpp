#pragma once

#include <cstdint>
#include <string_view>

#include "identify/field_check.hpp"

/// Values that are told by their form alone. Every function takes a trimmed field, allocates nothing and knows no
/// locale.
namespace sidik::identify {

enum class EmailForm : std::uint8_t {
  none,     ///< no address
  usual,    ///< as people have them: dot-atom at a domain with a top-level domain of letters
  unusual,  ///< allowed by RFC 5321 or 5322 and rare: quoted local part, address literal, comment, no dot in the domain
};
/// Lenient on purpose: an address that RFC 5322 allows is never refused.
/// Source   RFC 5321 sections 4.1.2, 4.5.3; RFC 5322 section 3.4.1; RFC 6531 (letters beyond ASCII).
[[nodiscard]] EmailForm email_form(std::string_view field);

[[nodiscard]] bool is_ipv4(std::string_view field);
/// RFC 4291 section 2.2, with an IPv4 tail, a zone (%eth0) or a prefix length (/64).
[[nodiscard]] bool is_ipv6(std::string_view field);
/// Six pairs with : or -, or three groups of four with a point.
[[nodiscard]] bool is_mac(std::string_view field);
/// A scheme with an authority (http, https, ftp, ...), or www. and a domain.
[[nodiscard]] bool is_url(std::string_view field);
/// Labels of letters, digits and hyphens, at least two, the last of letters or xn--.
[[nodiscard]] bool is_domain(std::string_view field);
/// RFC 9562: 8-4-4-4-12 hexadecimal, with or without braces.
[[nodiscard]] bool is_uuid(std::string_view field);

/// The kind of a stored password, by its form; null when it has none of the known forms.
/// Bare hexadecimal of 32, 40, 48, 56, 64, 96 or 128 is md5, sha1, ..., sha512 by length only: NTLM and MD5 look the
/// same.
[[nodiscard]] const char* password_hash_kind(std::string_view field);

[[nodiscard]] bool is_user_agent(std::string_view field);
/// A number of a point on a circle, with a decimal point and at most `limit` degrees.
[[nodiscard]] bool is_degrees(std::string_view field, double limit);

}  // namespace sidik::identify
