#include "engine/stamp_sending.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "net/fetch.hpp"

namespace sidik::engine {

Result<std::string> send_stamp_request(const std::string& url, std::string_view request, const LookOptions& how,
                                       const Context& context) {
  constexpr std::uint64_t kLongestReply = std::uint64_t{256} << 10;
  constexpr long kDone = 200;
  SIDIK_TRY(const auto resolver, resolver_for(how));
  net::FetchRequest post;
  post.url = url;
  post.post = std::string(request);
  post.content_type = "application/timestamp-query";
  post.accept = "application/timestamp-reply";
  post.keeps_body = true;
  post.authorities_file = how.authorities_file;
  post.limits.total = std::chrono::seconds(how.seconds);
  post.limits.body_bytes = kLongestReply;
  if (how.allows_private) post.lets_through = [](const net::Address&) { return true; };
  SIDIK_TRY(net::Exchange seen, net::fetch(post, resolver, context));
  SIDIK_TRY(const net::Site site, net::site_of(url));
  if (seen.failure != net::Failure::none)
    return fail(ErrorKind::io, "engine.stamp_unreachable",
                fmt::format("{} gives no stamp: it cannot be reached", site.host),
                "try again later, or have the request stamped by hand and file the reply");
  const bool is_reply = std::ranges::any_of(seen.headers, [](const net::Header& header) {
    return header.name == "content-type" && header.value.starts_with("application/timestamp-reply");
  });
  if (seen.status() != kDone || !is_reply || !seen.is_complete)
    return fail(ErrorKind::protocol, "engine.stamp_refused",
                fmt::format("{} answered {} and no reply of a time-stamping authority", site.host, seen.status()),
                "check the address of the authority");
  return std::move(seen.body);
}

}  // namespace sidik::engine
