#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "net/resolver.hpp"

namespace sidik::net {

/// The bounds that a hostile host meets.
struct FetchLimits {
  std::chrono::milliseconds total{30'000};  ///< of all hops together, names included as far as they are asked here
  std::chrono::milliseconds connect{10'000};
  std::uint64_t body_bytes = std::uint64_t{8} << 20;     ///< of the last answer; more is cut
  std::uint64_t header_bytes = std::uint64_t{64} << 10;  ///< of one answer
  unsigned redirects = 5;
};

struct FetchRequest {
  std::string url;
  std::optional<std::string> post;  ///< the body of a POST; else it is a GET
  std::string content_type;         ///< of `post`
  std::string accept = "*/*";
  std::function<bool(const Address&)> lets_through = is_public;  ///< the guard; a rehearsal allows private ones
  bool keeps_body = false;                                       ///< Exchange::body; what is a dump is never kept
  std::function<void(std::string_view)> take;  ///< sees the last answer's body piece by piece; may be empty
  std::string authorities_file;                ///< certificates to trust in place of the system's; empty: the system's
  FetchLimits limits;
};

enum class Failure {
  none,
  name_unknown,
  resolver_failed,
  address_refused,
  connect_refused,
  unreachable,
  reset,
  timed_out,
  tls_failed,
  too_many_redirects,
  header_too_long,
  scheme_refused,
  broken
};

struct Hop {
  std::string site;  ///< scheme://host, with the port where it is not the scheme's
  long status = 0;
};

struct Header {
  std::string name;  ///< lower case
  std::string value;
};

/// What was seen.
struct Exchange {
  std::vector<Address> answered;  ///< the resolver's addresses of the first host
  std::optional<Address> used;    ///< of the last connection
  std::vector<Hop> hops;          ///< that answered; the last one's headers and body follow
  std::vector<Header> headers;    ///< at most 64, values of at most 512 bytes, printable ASCII only
  std::string head;               ///< the first 512 bytes, to tell the type from
  std::uint64_t bytes = 0;
  bool is_complete = false;
  bool is_tls_verified = false;  ///< the last answer
  Failure failure = Failure::none;
  std::string body;  ///< with keeps_body

  [[nodiscard]] long status() const { return hops.empty() ? 0 : hops.back().status; }
};

/// The site and the host of a link, and nothing of its path.
struct Site {
  std::string site;
  std::string host;  ///< lower case; an address without brackets
  std::uint16_t port = 0;
  bool is_https = false;
};
/// Errors   net.url_malformed, net.scheme_refused, net.url_credentials (usage): never with the URL in them.
[[nodiscard]] Result<Site> site_of(const std::string& url);

/// Makes a request and follows its redirects by hand. Each hop's name is asked, its addresses are checked, and the
/// connection is pinned to the checked ones and checked once more when the socket is opened.
///
/// Body      as it comes: no content coding is asked for or undone.
/// Errors    those of site_of for the first URL; net.cancelled; net.setup (io): this machine's part fails. What hosts,
///           resolvers and networks do is in the exchange.
/// Cost      at most limits.total, but for the system's resolver, which keeps its own time; memory: 16 KiB and the
///           headers, and the body when it is kept.
[[nodiscard]] Result<Exchange> fetch(const FetchRequest& request, const Resolver& resolver, const Context& context);

}  // namespace sidik::net
