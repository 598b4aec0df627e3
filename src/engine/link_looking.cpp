#include "engine/link_looking.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "casefile/event.hpp"
#include "crypto/sha256.hpp"
#include "engine/first_bytes.hpp"
#include "net/fetch.hpp"
#include "text/letters.hpp"

namespace sidik::engine {
namespace {

using casefile::Json;
using casefile::LinkLook;
using casefile::LookFailure;

constexpr ErrorCode kOption("engine.look_option");
constexpr ErrorCode kMalformed("engine.looks_malformed");
constexpr std::uint64_t kLongestSeconds = 3600;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;
constexpr std::size_t kMostLooks = 64;
constexpr std::size_t kLongestFile = std::size_t{1} << 20;

std::string hash_of(std::string_view text) {
  crypto::Sha256 hash;
  hash.update(text);
  return hash.finish_hex();
}

Status check(const LookOptions& options) {
  const bool is_country = options.country.size() == 2 && std::ranges::all_of(options.country, text::is_upper);
  if (!is_country)
    return fail(ErrorKind::usage, kOption, "the country from which is looked is named by two capital letters",
                "for example --country ID");
  const auto is_plain = [](char c) {
    return text::is_letter(c) || text::is_digit(c) || c == '-' || c == '_' || c == '.';
  };
  constexpr std::size_t kLongestVantage = 60;
  if (options.vantage.empty() || options.vantage.size() > kLongestVantage ||
      !std::ranges::all_of(options.vantage, is_plain))
    return fail(ErrorKind::usage, kOption, "a vantage is named by letters, digits, dots, - and _",
                "for example --vantage jakarta-desk");
  if (options.seconds == 0 || options.seconds > kLongestSeconds || options.bytes == 0 || options.bytes > kMostBytes)
    return fail(ErrorKind::usage, kOption, "a look takes 1 to 3600 seconds and 1 byte to 1 GiB",
                "change --seconds or --bytes");
  return {};
}

Result<std::vector<net::Resolver>> resolvers_of(const LookOptions& options) {
  std::vector<net::Resolver> out;
  SIDIK_TRY(auto first, resolver_for(options));
  out.push_back(std::move(first));
  for (const std::string& each : options.resolvers) {
    constexpr std::uint64_t kPatience = 5;
    SIDIK_TRY(auto resolver, net::named_resolver(each, std::chrono::seconds(std::min(options.seconds, kPatience))));
    out.push_back(std::move(resolver));
  }
  return out;
}

/// The two rooms' words for one thing; neither may know the other.
LookFailure failure_of(net::Failure failure) {
  switch (failure) {
    case net::Failure::none:
      return LookFailure::none;
    case net::Failure::name_unknown:
      return LookFailure::name_unknown;
    case net::Failure::resolver_failed:
      return LookFailure::resolver_failed;
    case net::Failure::address_refused:
      return LookFailure::address_refused;
    case net::Failure::connect_refused:
      return LookFailure::connect_refused;
    case net::Failure::unreachable:
      return LookFailure::unreachable;
    case net::Failure::reset:
      return LookFailure::reset;
    case net::Failure::timed_out:
      return LookFailure::timed_out;
    case net::Failure::tls_failed:
      return LookFailure::tls_failed;
    case net::Failure::too_many_redirects:
      return LookFailure::too_many_redirects;
    case net::Failure::header_too_long:
      return LookFailure::header_too_long;
    case net::Failure::scheme_refused:
      return LookFailure::scheme_refused;
    case net::Failure::broken:
      break;
  }
  return LookFailure::broken;
}

/// Headers that tell what a host says of the content. Others (cookies, tokens) stay out, and so do links.
bool is_kept(std::string_view header) {
  for (const char* name : {"content-type", "content-length", "content-range", "content-disposition", "last-modified",
                           "etag", "date", "server", "retry-after", "via", "content-encoding"}) {
    if (header == name) return true;
  }
  return false;
}

Result<LinkLook> look_once(const std::string& url, const LookOptions& options, const net::Resolver& resolver,
                           const Context& context) {
  net::FetchRequest request;
  request.url = url;
  request.authorities_file = options.authorities_file;
  request.limits.total = std::chrono::seconds(options.seconds);
  request.limits.body_bytes = options.bytes;
  if (options.allows_private) request.lets_through = [](const net::Address&) { return true; };
  crypto::Sha256 hash;
  request.take = [&hash](std::string_view piece) { hash.update(piece); };
  LinkLook look;
  look.at = casefile::time_text(context.now());
  SIDIK_TRY(net::Exchange seen, net::fetch(request, resolver, context));
  look.vantage = options.vantage;
  look.country = options.country;
  look.resolver = resolver.name;
  for (const net::Address& address : seen.answered) look.addresses.push_back(net::to_text(address));
  if (seen.used) look.address = net::to_text(*seen.used);
  for (const net::Hop& hop : seen.hops) look.hops.push_back({hop.site, hop.status});
  for (net::Header& header : seen.headers) {
    if (is_kept(header.name)) look.headers.push_back({std::move(header.name), std::move(header.value)});
  }
  look.failure = failure_of(seen.failure);
  look.is_complete = seen.is_complete;
  look.is_tls_verified = seen.is_tls_verified;
  look.bytes = seen.bytes;
  if (!seen.hops.empty()) look.type = type_of_head(seen.head);
  if (!seen.hops.empty()) look.sha256 = hash.finish_hex();
  return look;
}

}  // namespace

Result<net::Resolver> resolver_for(const LookOptions& options) {
  std::map<std::string, std::vector<net::Address>> names;
  for (const std::string& each : options.names) {
    const auto equals = each.find('=');
    const auto address = net::parse_address(equals == std::string::npos ? std::string_view()
                                                                        : std::string_view(each).substr(equals + 1));
    if (!address)
      return fail(ErrorKind::usage, kOption, "a name and its address are written NAME=ADDRESS",
                  "for example --resolve files.test=127.0.0.1");
    names[each.substr(0, equals)].push_back(*address);
  }
  return options.names.empty() ? net::system_resolver() : net::fixed_resolver(std::move(names));
}

Result<std::vector<LinkLook>> look_at_link(const std::string& url, const LookOptions& options, const Context& context) {
  SIDIK_CHECK(check(options));
  SIDIK_TRY(const auto resolvers, resolvers_of(options));
  std::vector<LinkLook> looks;
  for (const net::Resolver& resolver : resolvers) {
    SIDIK_TRY(LinkLook look, look_once(url, options, resolver, context));
    looks.push_back(std::move(look));
  }
  return looks;
}

std::string looks_to_json(const std::string& url, const std::vector<LinkLook>& looks) {
  Json list = Json::array();
  for (const LinkLook& look : looks) list.push_back(casefile::to_json(look));
  const Json whole{{"sidik_looks", 1}, {"link_sha256", hash_of(url)}, {"looks", std::move(list)}};
  return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::vector<LinkLook>> read_looks(const std::string& path, const std::string& url) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return fail(ErrorKind::not_found, "engine.looks_unreadable", fmt::format("{} cannot be read", path),
                "check the path");
  std::string text(kLongestFile + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  const auto malformed = [&] {
    return fail(ErrorKind::invalid_input, kMalformed, fmt::format("{} holds no looks at a link", path),
                "make it with sidik takedown look URL --json FILE");
  };
  const Json whole = text.size() > kLongestFile ? Json() : Json::parse(text, nullptr, false);
  if (!whole.is_object() || whole.value("sidik_looks", Json()) != Json(1)) return malformed();
  const Json list = whole.value("looks", Json());
  if (!list.is_array() || list.empty() || list.size() > kMostLooks) return malformed();
  if (whole.value("link_sha256", Json()) != Json(hash_of(url)))
    return fail(ErrorKind::refused, "engine.looks_of_other_link",
                fmt::format("the looks in {} are at another link", path),
                "look at this one, written in the same way, to the letter");
  std::vector<LinkLook> looks;
  for (const Json& each : list) {
    SIDIK_TRY(LinkLook look, casefile::look_of(each));
    looks.push_back(std::move(look));
  }
  return looks;
}

}  // namespace sidik::engine
