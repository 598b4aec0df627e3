#include "net/resolver.hpp"

#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace sidik::net {
namespace {

constexpr std::size_t kMostAddresses = 32;
constexpr std::size_t kLargestAnswer = 65535;
constexpr std::uint16_t kDomainPort = 53;

void add(Answer& answer, const Address& address) {
  if (answer.addresses.size() < kMostAddresses &&
      std::ranges::find(answer.addresses, address) == answer.addresses.end())
    answer.addresses.push_back(address);
}

/// IPv4 first, so that the same host is looked at in the same way from most places.
void settle(Answer& answer) {
  std::ranges::stable_sort(answer.addresses, {}, &Address::is_v6);
  if (!answer.addresses.empty()) answer.kind = Answer::Kind::addresses;
}

Answer ask_system(const std::string& host) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int code = getaddrinfo(host.c_str(), nullptr, &hints, &found);
  Answer answer;
  if (code == EAI_NONAME || code == EAI_NODATA) answer.kind = Answer::Kind::no_such_name;
  if (code != 0) return answer;
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, &freeaddrinfo);
  for (const addrinfo* each = found; each != nullptr; each = each->ai_next) {
    Address address;
    if (each->ai_family == AF_INET) {
      const auto* v4 = reinterpret_cast<const sockaddr_in*>(each->ai_addr);
      std::memcpy(address.bytes.data(), &v4->sin_addr, 4);
    } else if (each->ai_family == AF_INET6) {
      const auto* v6 = reinterpret_cast<const sockaddr_in6*>(each->ai_addr);
      std::memcpy(address.bytes.data(), &v6->sin6_addr, 16);
      address.is_v6 = true;
    } else {
      continue;
    }
    add(answer, address);
  }
  settle(answer);
  return answer;
}

struct Server {
  sockaddr_in at{};
  std::chrono::seconds patience;
};

/// The library's state, told to ask one server only.
class Asking {
 public:
  explicit Asking(const Server& server) {
    is_ready_ = res_ninit(&state_) == 0;
    state_.nscount = 1;
    state_.nsaddr_list[0] = server.at;
    state_.retrans = static_cast<int>(server.patience.count());
    state_.retry = 1;
  }
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;
  ~Asking() {
    if (is_ready_) res_nclose(&state_);
  }
  /// Adds the addresses of one type; false when the server says nothing.
  bool ask(const std::string& host, ns_type type, Answer& answer, bool& is_unknown) {
    std::vector<unsigned char> bytes(kLargestAnswer);
    const int size = res_nquery(&state_, host.c_str(), ns_c_in, type, bytes.data(), static_cast<int>(bytes.size()));
    if (size < 0) {
      is_unknown = is_unknown || state_.res_h_errno == HOST_NOT_FOUND;
      return state_.res_h_errno == HOST_NOT_FOUND || state_.res_h_errno == NO_DATA;
    }
    return read(bytes.data(), std::min(size, static_cast<int>(bytes.size())), type, answer);
  }
  [[nodiscard]] bool is_ready() const { return is_ready_; }

 private:
  static bool read(const unsigned char* bytes, int size, ns_type type, Answer& answer) {
    ns_msg message{};
    if (ns_initparse(bytes, size, &message) != 0) return false;
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
      ns_rr record{};
      if (ns_parserr(&message, ns_s_an, i, &record) != 0) return false;
      const std::size_t wanted = type == ns_t_a ? 4 : 16;
      if (ns_rr_type(record) != type || ns_rr_rdlen(record) != wanted) continue;
      Address address;
      address.is_v6 = type == ns_t_aaaa;
      std::memcpy(address.bytes.data(), ns_rr_rdata(record), wanted);
      add(answer, address);
    }
    return true;
  }
  struct __res_state state_{};
  bool is_ready_ = false;
};

Answer ask_server(const Server& server, const std::string& host) {
  Asking asking(server);
  Answer answer;
  if (!asking.is_ready()) return answer;
  bool is_unknown = false;
  const bool has_v4 = asking.ask(host, ns_t_a, answer, is_unknown);
  if (is_unknown) {
    answer.kind = Answer::Kind::no_such_name;
    return answer;
  }
  const bool has_v6 = asking.ask(host, ns_t_aaaa, answer, is_unknown);
  settle(answer);
  if (answer.addresses.empty() && has_v4 && has_v6) answer.kind = Answer::Kind::no_such_name;
  return answer;
}

/// A name that is an address itself needs nobody.
std::optional<Answer> answer_itself(const std::string& host) {
  const auto address = parse_address(host);
  if (!address) return std::nullopt;
  return Answer{Answer::Kind::addresses, {*address}};
}

}  // namespace

Resolver system_resolver() {
  return {"system", [](const std::string& host) {
            const auto itself = answer_itself(host);
            return itself ? *itself : ask_system(host);
          }};
}

Result<Resolver> named_resolver(const std::string& address, std::chrono::seconds patience) {
  const auto malformed = [] {
    return fail(ErrorKind::usage, "net.resolver_malformed",
                "a resolver is named by its IPv4 address, with a port or without",
                "for example --resolver 9.9.9.9 or --resolver 127.0.0.1:5353");
  };
  const auto colon = address.find(':');
  const auto host = parse_address(std::string_view(address).substr(0, colon));
  if (!host || host->is_v6) return malformed();
  std::uint16_t port = kDomainPort;
  if (colon != std::string::npos) {
    const char* end = address.data() + address.size();
    const auto read = std::from_chars(address.data() + colon + 1, end, port);
    if (read.ec != std::errc() || read.ptr != end || port == 0) return malformed();
  }
  Server server;
  server.patience = patience;
  server.at.sin_family = AF_INET;
  server.at.sin_port = htons(port);
  std::memcpy(&server.at.sin_addr, host->bytes.data(), 4);
  return Resolver{address, [server](const std::string& name) {
                    const auto itself = answer_itself(name);
                    return itself ? *itself : ask_server(server, name);
                  }};
}

Resolver fixed_resolver(std::map<std::string, std::vector<Address>> names) {
  return {"fixed", [names = std::move(names)](const std::string& host) {
            if (const auto itself = answer_itself(host)) return *itself;
            const auto found = names.find(host);
            if (found == names.end()) return Answer{Answer::Kind::no_such_name, {}};
            return Answer{Answer::Kind::addresses, found->second};
          }};
}

}  // namespace sidik::net
