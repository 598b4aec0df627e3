#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include <fmt/format.h>

#include "net/fetch.hpp"

namespace sidik::net {
namespace {

constexpr std::size_t kLongestUrl = 4096;

using Parts = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part_of(const Parts& parts, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(parts.get(), part, &text, flags) != CURLUE_OK) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

}  // namespace

Result<Site> site_of(const std::string& url) {
  const auto malformed = [] {
    return fail(ErrorKind::usage, "net.url_malformed", "that is no address of a link (it is not repeated here)",
                "give it whole, for example https://files.example/abc, in quotes for the shell");
  };
  const Parts parts(curl_url(), &curl_url_cleanup);
  if (!parts || url.empty() || url.size() > kLongestUrl) return malformed();
  const bool is_clean = std::ranges::all_of(url, [](char c) { return c > ' ' && c < '\x7f'; });
  if (!is_clean || curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return malformed();
  const std::string scheme = part_of(parts, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https")
    return fail(ErrorKind::usage, "net.scheme_refused", "a link of another scheme than http and https is not looked at",
                "note it in the case by sidik case note");
  if (!part_of(parts, CURLUPART_USER).empty() || !part_of(parts, CURLUPART_PASSWORD).empty())
    return fail(ErrorKind::usage, "net.url_credentials", "the link holds a user name or a password before its host",
                "leave that part out");
  Site site;
  site.is_https = scheme == "https";
  site.host = part_of(parts, CURLUPART_HOST);
  std::ranges::transform(site.host, site.host.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string port = part_of(parts, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  std::from_chars(port.data(), port.data() + port.size(), site.port);
  if (site.host.empty() || site.port == 0) return malformed();
  const std::string shown_port = part_of(parts, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  site.site = scheme + "://" + site.host + (shown_port.empty() ? "" : ":" + shown_port);
  if (site.host.starts_with('[') && site.host.ends_with(']')) site.host = site.host.substr(1, site.host.size() - 2);
  return site;
}

}  // namespace sidik::net
