#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/canonical_json.hpp"

namespace sidik::casefile {

/// How a look at a link ended when no answer came, or none that could be read to its end.
enum class LookFailure {
  none,
  name_unknown,        ///< the resolver says that there is no such name
  resolver_failed,     ///< it does not say anything
  address_refused,     ///< private or reserved; our own guard did not go there
  connect_refused,     ///< nobody listens
  unreachable,         ///< no way there
  reset,               ///< cut off in the middle
  timed_out,           ///< our limit of time
  tls_failed,          ///< no certificate that holds for the name
  too_many_redirects,  ///< our limit
  header_too_long,     ///< our limit
  scheme_refused,      ///< a redirect to something that is neither http nor https
  broken               ///< no proper HTTP
};
[[nodiscard]] std::string_view word_of(LookFailure failure);
[[nodiscard]] std::optional<LookFailure> failure_of(std::string_view word);

/// One hop of a chain of redirects. The path stays out: it may hold a key.
struct LookHop {
  std::string site;  ///< scheme://host or scheme://host:port
  std::int64_t status = 0;
  friend bool operator==(const LookHop&, const LookHop&) = default;
};

struct LookHeader {
  std::string name;  ///< lower case
  std::string value;
  friend bool operator==(const LookHeader&, const LookHeader&) = default;
};

/// One look at a link: from one place, through one resolver. Holds nothing of what came but its hash and size.
struct LinkLook {
  std::string at;                      ///< 2021-05-21T09:30:00Z
  std::string vantage;                 ///< as the desk calls the place, `jakarta-telkom`
  std::string country;                 ///< ISO 3166-1 in capitals: ID
  std::string resolver;                ///< `system`, an address, or `fixed`
  std::vector<std::string> addresses;  ///< what the resolver answered for the first host
  std::string address;                 ///< the one that was used last; empty when none was
  std::vector<LookHop> hops;           ///< with the last answer; empty when no answer came
  std::vector<LookHeader> headers;     ///< of the last answer, bounded and made printable
  std::string type;                    ///< told from the first bytes: html, text, zip, ...
  std::string sha256;                  ///< of the bytes that came
  std::uint64_t bytes = 0;
  bool is_complete = false;      ///< all came; else `sha256` is of the first `bytes`
  bool is_tls_verified = false;  ///< the last answer came under a certificate for its host
  LookFailure failure = LookFailure::none;

  [[nodiscard]] std::int64_t status() const { return hops.empty() ? 0 : hops.back().status; }
  /// Whether the chain ended at another host than it began.
  [[nodiscard]] bool has_left_its_host() const;
};

[[nodiscard]] Json to_json(const LinkLook& look);
/// Errors   casefile.look_malformed (invalid_input): a part is missing or out of its bounds; names the part.
[[nodiscard]] Result<LinkLook> look_of(const Json& value);

}  // namespace sidik::casefile
