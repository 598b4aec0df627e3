#include "net/fetch.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include <fmt/format.h>

namespace sidik::net {
namespace {

constexpr std::size_t kHeadBytes = 512;
constexpr std::size_t kMostHeaders = 64;
constexpr std::size_t kLongestHeader = 512;
constexpr long kFirstRedirect = 300;
constexpr long kPastRedirects = 400;
constexpr const char* kAgent = "sidik/1 (link check; data-protection desk)";

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// What the callbacks of one hop fill in.
struct HopState {
  const FetchRequest* request = nullptr;
  const Context* context = nullptr;
  std::vector<Address> allowed;
  std::optional<Address> used;
  bool was_refused = false;
  std::vector<Header> headers;
  std::uint64_t header_bytes = 0;
  bool is_header_too_long = false;
  std::string head;
  std::string body;
  std::uint64_t bytes = 0;
  bool is_cut = false;
  bool is_redirect = false;  ///< its body does not matter
  CURL* handle = nullptr;
};

std::string printable(std::string_view text, std::size_t longest) {
  std::string out;
  for (const char c : text.substr(0, longest)) out += c >= ' ' && c < '\x7f' ? c : '?';
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::optional<Address> address_of(const sockaddr* at) {
  Address address;
  if (at->sa_family == AF_INET) {
    std::memcpy(address.bytes.data(), &reinterpret_cast<const sockaddr_in*>(at)->sin_addr, 4);
    return address;
  }
  if (at->sa_family != AF_INET6) return std::nullopt;
  std::memcpy(address.bytes.data(), &reinterpret_cast<const sockaddr_in6*>(at)->sin6_addr, 16);
  address.is_v6 = true;
  return address;
}

/// The last gate: no socket is opened to an address that was not checked.
curl_socket_t open_socket(void* state, curlsocktype, curl_sockaddr* to) {
  auto& hop = *static_cast<HopState*>(state);
  const auto address = address_of(&to->addr);
  if (!address || std::ranges::find(hop.allowed, *address) == hop.allowed.end()) {
    hop.was_refused = true;
    return CURL_SOCKET_BAD;
  }
  hop.used = address;
  return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* state) {
  auto& hop = *static_cast<HopState*>(state);
  const std::string_view line(bytes, size * count);
  hop.header_bytes += line.size();
  if (hop.header_bytes > hop.request->limits.header_bytes) {
    hop.is_header_too_long = true;
    return 0;
  }
  if (line.starts_with("HTTP/")) hop.headers.clear();  // an interim answer went before
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || hop.headers.size() >= kMostHeaders) return line.size();
  std::string name = printable(line.substr(0, colon), kLongestHeader);
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  std::string_view value = line.substr(colon + 1);
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == '\r' || value.back() == '\n')) value.remove_suffix(1);
  hop.headers.push_back({std::move(name), printable(value, kLongestHeader)});
  return line.size();
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* state) {
  auto& hop = *static_cast<HopState*>(state);
  long status = 0;
  curl_easy_getinfo(hop.handle, CURLINFO_RESPONSE_CODE, &status);
  char* onward = nullptr;
  curl_easy_getinfo(hop.handle, CURLINFO_REDIRECT_URL, &onward);
  hop.is_redirect = status >= kFirstRedirect && status < kPastRedirects && onward != nullptr;
  if (hop.is_redirect) return 0;  // what comes with a redirect is not looked at
  const std::uint64_t room = hop.request->limits.body_bytes - hop.bytes;
  const std::string_view piece(bytes, std::min<std::uint64_t>(size * count, room));
  if (hop.head.size() < kHeadBytes) hop.head += piece.substr(0, kHeadBytes - hop.head.size());
  if (hop.request->keeps_body) hop.body += piece;
  if (hop.request->take) hop.request->take(piece);
  hop.bytes += piece.size();
  hop.is_cut = piece.size() < size * count;
  return piece.size();
}

int check_cancel(void* state, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<HopState*>(state)->context->is_cancelled() ? 1 : 0;
}

Failure failure_of(CURLcode code, const HopState& hop, CURL* handle) {
  long error = 0;
  curl_easy_getinfo(handle, CURLINFO_OS_ERRNO, &error);
  switch (code) {
    case CURLE_OK:
      return Failure::none;
    case CURLE_OPERATION_TIMEDOUT:
      return Failure::timed_out;
    case CURLE_COULDNT_CONNECT:
      if (hop.was_refused) return Failure::address_refused;
      if (error == ECONNREFUSED) return Failure::connect_refused;
      if (error == ECONNRESET) return Failure::reset;
      return error == ETIMEDOUT ? Failure::timed_out : Failure::unreachable;
    case CURLE_PEER_FAILED_VERIFICATION:
      return Failure::tls_failed;
    case CURLE_SSL_CONNECT_ERROR:
      return error == ECONNRESET ? Failure::reset : Failure::tls_failed;
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
      return Failure::reset;
    default:
      return Failure::broken;
  }
}

/// `host:port:a,b,c`, by which the library asks nobody.
std::string pin_of(const Site& site, const std::vector<Address>& allowed) {
  std::string pin = fmt::format("{}:{}:", site.host, site.port);
  for (const Address& address : allowed) {
    if (pin.back() != ':') pin += ',';
    pin += address.is_v6 ? "[" + to_text(address) + "]" : to_text(address);
  }
  return pin;
}

class Fetching {
 public:
  Fetching(const FetchRequest& request, const Resolver& resolver, const Context& context)
      : request_(request), resolver_(resolver), context_(context), handle_(curl_easy_init(), &curl_easy_cleanup) {
    deadline_ = std::chrono::steady_clock::now() + request.limits.total;
  }

  Result<Exchange> run() {
    SIDIK_TRY(Site site, site_of(request_.url));
    if (!handle_) return fail(ErrorKind::io, "net.setup", "the HTTP library cannot be set up", "free some memory");
    std::string url = request_.url;
    for (unsigned followed = 0;; ++followed) {
      if (context_.is_cancelled()) return fail(ErrorKind::cancelled, "net.cancelled", "stopped by the user", "");
      SIDIK_TRY(const auto onward, visit(site, url, followed == 0));
      if (!onward) return std::move(exchange_);
      if (followed == request_.limits.redirects) return end(Failure::too_many_redirects);
      auto next = site_of(*onward);
      if (!next) return end(Failure::scheme_refused);
      site = std::move(*next);
      url = *onward;
    }
  }

 private:
  Exchange end(Failure failure) {
    exchange_.failure = failure;
    return std::move(exchange_);
  }

  /// The addresses of a site that may be connected to; none with the failure set.
  std::vector<Address> ask(const Site& site, bool is_first) {
    Answer answer = resolver_.ask(site.host);
    if (is_first) exchange_.answered = answer.addresses;
    if (answer.kind == Answer::Kind::no_such_name) exchange_.failure = Failure::name_unknown;
    if (answer.kind == Answer::Kind::failed) exchange_.failure = Failure::resolver_failed;
    if (answer.addresses.empty()) return {};
    std::erase_if(answer.addresses, [this](const Address& each) { return !request_.lets_through(each); });
    if (answer.addresses.empty()) exchange_.failure = Failure::address_refused;
    return std::move(answer.addresses);
  }

  void set_up(HopState& hop, const std::string& url, std::chrono::milliseconds left) {
    CURL* handle = handle_.get();
    curl_easy_reset(handle);
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");  // also none of the environment: it would connect in our place
    curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, kAgent);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(std::min(left, request_.limits.connect).count()));
    curl_easy_setopt(handle, CURLOPT_HTTP_CONTENT_DECODING, 0L);
    curl_easy_setopt(handle, CURLOPT_BUFFERSIZE, 16384L);
    curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &hop);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &hop);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &hop);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, check_cancel);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &hop);
    if (!request_.authorities_file.empty()) {
      curl_easy_setopt(handle, CURLOPT_CAINFO, request_.authorities_file.c_str());
      curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
    }
    if (request_.post) {
      curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.post->size()));
      curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request_.post->data());
    }
  }

  List header_lines() const {
    List lines(nullptr, &curl_slist_free_all);
    const auto add = [&](const std::string& line) {
      curl_slist* longer = curl_slist_append(lines.get(), line.c_str());
      if (longer == nullptr) return;
      lines.release();
      lines.reset(longer);
    };
    add("Accept: " + request_.accept);
    if (request_.post) add("Content-Type: " + request_.content_type);
    if (request_.post) add("Expect:");
    return lines;
  }

  /// One hop. Output   where a redirect leads, if it is one.
  Result<std::optional<std::string>> visit(const Site& site, const std::string& url, bool is_first) {
    HopState hop;
    hop.request = &request_;
    hop.context = &context_;
    hop.handle = handle_.get();
    hop.allowed = ask(site, is_first);
    if (hop.allowed.empty()) return std::nullopt;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      exchange_.failure = Failure::timed_out;
      return std::nullopt;
    }
    set_up(hop, url, left);
    const List lines = header_lines();
    // An address is no name, and needs no pin; open_socket() holds it to what was checked all the same.
    const bool is_name = !parse_address(site.host);
    const List pin(is_name ? curl_slist_append(nullptr, pin_of(site, hop.allowed).c_str()) : nullptr,
                   &curl_slist_free_all);
    curl_easy_setopt(handle_.get(), CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(handle_.get(), CURLOPT_RESOLVE, pin.get());
    const CURLcode code = curl_easy_perform(handle_.get());
    return settle(site, std::move(hop), code);
  }

  Result<std::optional<std::string>> settle(const Site& site, HopState hop, CURLcode code) {
    if (code == CURLE_ABORTED_BY_CALLBACK)
      return fail(ErrorKind::cancelled, "net.cancelled", "stopped by the user", "");
    if (code == CURLE_SSL_CACERT_BADFILE)
      return fail(ErrorKind::io, "net.setup", "the file of trusted certificates cannot be read",
                  "install ca-certificates, or check the file given by --ca");
    if (hop.used) exchange_.used = hop.used;
    long status = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status >= 200) exchange_.hops.push_back({site.site, status});
    const bool was_our_end = hop.is_cut || hop.is_redirect;
    exchange_.failure = code == CURLE_WRITE_ERROR && was_our_end ? Failure::none : failure_of(code, hop, handle_.get());
    if (hop.is_header_too_long) exchange_.failure = Failure::header_too_long;
    exchange_.headers = std::move(hop.headers);
    exchange_.head = std::move(hop.head);
    exchange_.body = std::move(hop.body);
    exchange_.bytes = hop.bytes;
    exchange_.is_complete = code == CURLE_OK;
    exchange_.is_tls_verified = site.is_https && status >= 200;
    char* onward = nullptr;
    curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &onward);
    const bool follows = exchange_.failure == Failure::none && status >= kFirstRedirect && status < kPastRedirects &&
                         onward != nullptr && !request_.post;
    if (!follows) return std::nullopt;
    return std::string(onward);
  }

  const FetchRequest& request_;
  const Resolver& resolver_;
  const Context& context_;
  Handle handle_;
  std::chrono::steady_clock::time_point deadline_;
  Exchange exchange_;
};

}  // namespace

Result<Exchange> fetch(const FetchRequest& request, const Resolver& resolver, const Context& context) {
  return Fetching(request, resolver, context).run();
}

}  // namespace sidik::net
