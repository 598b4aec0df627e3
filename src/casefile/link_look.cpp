#include "casefile/link_look.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "casefile/event.hpp"
#include "text/letters.hpp"

namespace sidik::casefile {
namespace {

constexpr std::size_t kMost = 64;       // addresses, hops, headers
constexpr std::size_t kLongest = 1024;  // bytes of one text
constexpr std::int64_t kLastStatus = 999;

constexpr std::array<std::pair<LookFailure, std::string_view>, 13> kWords{{
    {LookFailure::none, "none"},
    {LookFailure::name_unknown, "name_unknown"},
    {LookFailure::resolver_failed, "resolver_failed"},
    {LookFailure::address_refused, "address_refused"},
    {LookFailure::connect_refused, "connect_refused"},
    {LookFailure::unreachable, "unreachable"},
    {LookFailure::reset, "reset"},
    {LookFailure::timed_out, "timed_out"},
    {LookFailure::tls_failed, "tls_failed"},
    {LookFailure::too_many_redirects, "too_many_redirects"},
    {LookFailure::header_too_long, "header_too_long"},
    {LookFailure::scheme_refused, "scheme_refused"},
    {LookFailure::broken, "broken"},
}};

std::string_view host_of(std::string_view site) {
  const auto scheme = site.find("://");
  if (scheme != std::string_view::npos) site.remove_prefix(scheme + 3);
  const auto port = site.rfind(':');
  if (port != std::string_view::npos && site.find(']', port) == std::string_view::npos) site = site.substr(0, port);
  return site;
}

/// Reads the parts of an object and remembers the first one that is wrong.
class Parts {
 public:
  explicit Parts(const Json& value) : value_(value) {
    if (!value.is_object()) wrong_ = "object";
  }
  std::string text(const char* name) {
    const auto found = find(name);
    if (found == nullptr || !found->is_string() || found->get_ref<const std::string&>().size() > kLongest) {
      return note(name), std::string();
    }
    return found->get<std::string>();
  }
  bool flag(const char* name) {
    const auto found = find(name);
    if (found == nullptr || !found->is_boolean()) return note(name), false;
    return found->get<bool>();
  }
  std::uint64_t count(const char* name) {
    const auto found = find(name);
    if (found == nullptr || !found->is_number_unsigned()) return note(name), 0;
    return found->get<std::uint64_t>();
  }
  const Json& list(const char* name) {
    static const Json kEmpty = Json::array();
    const auto found = find(name);
    if (found == nullptr || !found->is_array() || found->size() > kMost) return note(name), kEmpty;
    return *found;
  }
  void note(const char* name) {
    if (wrong_.empty()) wrong_ = name;
  }
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  const Json* find(const char* name) const {
    if (!value_.is_object()) return nullptr;
    const auto found = value_.find(name);
    return found == value_.end() ? nullptr : &*found;
  }
  const Json& value_;
  std::string wrong_;
};

bool is_country(std::string_view text) {
  return text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

void read_hops(Parts& parts, LinkLook& look) {
  for (const Json& each : parts.list("hops")) {
    Parts hop(each);
    const std::string site = hop.text("site");
    const std::uint64_t status = hop.count("status");
    if (!hop.wrong().empty() || status > static_cast<std::uint64_t>(kLastStatus)) return parts.note("hops");
    look.hops.push_back({site, static_cast<std::int64_t>(status)});
  }
}

void read_headers(Parts& parts, LinkLook& look) {
  for (const Json& each : parts.list("headers")) {
    Parts header(each);
    LookHeader read{header.text("name"), header.text("value")};
    if (!header.wrong().empty()) return parts.note("headers");
    look.headers.push_back(std::move(read));
  }
}

}  // namespace

std::string_view word_of(LookFailure failure) {
  return std::ranges::find(kWords, failure, &std::pair<LookFailure, std::string_view>::first)->second;
}

std::optional<LookFailure> failure_of(std::string_view word) {
  const auto* found = std::ranges::find(kWords, word, &std::pair<LookFailure, std::string_view>::second);
  if (found == kWords.end()) return std::nullopt;
  return found->first;
}

bool LinkLook::has_left_its_host() const {
  return !hops.empty() && host_of(hops.front().site) != host_of(hops.back().site);
}

Json to_json(const LinkLook& look) {
  Json hops = Json::array();
  for (const LookHop& hop : look.hops)
    hops.push_back({{"site", hop.site}, {"status", static_cast<std::uint64_t>(hop.status)}});
  Json headers = Json::array();
  for (const LookHeader& header : look.headers) headers.push_back({{"name", header.name}, {"value", header.value}});
  return {{"at", look.at},
          {"vantage", look.vantage},
          {"country", look.country},
          {"resolver", look.resolver},
          {"addresses", look.addresses},
          {"address", look.address},
          {"hops", std::move(hops)},
          {"headers", std::move(headers)},
          {"type", look.type},
          {"sha256", look.sha256},
          {"bytes", look.bytes},
          {"complete", look.is_complete},
          {"tls_verified", look.is_tls_verified},
          {"failure", std::string(word_of(look.failure))}};
}

Result<LinkLook> look_of(const Json& value) {
  Parts parts(value);
  LinkLook look;
  look.at = parts.text("at");
  look.vantage = parts.text("vantage");
  look.country = parts.text("country");
  look.resolver = parts.text("resolver");
  for (const Json& address : parts.list("addresses")) {
    if (!address.is_string())
      parts.note("addresses");
    else
      look.addresses.push_back(address.get<std::string>());
  }
  look.address = parts.text("address");
  read_hops(parts, look);
  read_headers(parts, look);
  look.type = parts.text("type");
  look.sha256 = parts.text("sha256");
  look.bytes = parts.count("bytes");
  look.is_complete = parts.flag("complete");
  look.is_tls_verified = parts.flag("tls_verified");
  const auto failure = failure_of(parts.text("failure"));
  if (!failure) parts.note("failure");
  look.failure = failure.value_or(LookFailure::none);
  if (!is_time_text(look.at)) parts.note("at");
  if (look.vantage.empty()) parts.note("vantage");
  if (!is_country(look.country)) parts.note("country");
  if (!parts.wrong().empty()) {
    return fail(ErrorKind::invalid_input, "casefile.look_malformed",
                fmt::format("a look at a link has no proper {}", parts.wrong()),
                "make it again with sidik takedown probe --json FILE");
  }
  return look;
}

}  // namespace sidik::casefile
