#include "engine/rehearsal_hosts.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>
#include <set>
#include <string_view>
#include <thread>

#include <fmt/format.h>

namespace sidik::engine {
namespace {

constexpr const char* kHosts = "127.0.0.1";
constexpr const char* kNetwork = "127.0.0.2";

/// Listens on an address; port 0: any. -1 when that cannot be.
int listen_on(const char* address, std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  inet_pton(AF_INET, address, &at.sin_addr);
  if (socket >= 0 && bind(socket, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0 && listen(socket, 8) == 0)
    return socket;
  if (socket >= 0) ::close(socket);
  return -1;
}

std::uint16_t port_of(int socket) {
  sockaddr_in at{};
  socklen_t size = sizeof at;
  getsockname(socket, reinterpret_cast<sockaddr*>(&at), &size);
  return ntohs(at.sin_port);
}

void say(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

/// The head of a request, at most so much of it.
std::string read_head(int socket) {
  constexpr std::size_t kMost = 16384;
  const timeval patience{2, 0};
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  std::string head;
  std::array<char, 4096> bytes{};
  while (head.size() < kMost && head.find("\r\n\r\n") == std::string::npos) {
    const auto got = ::recv(socket, bytes.data(), bytes.size(), 0);
    if (got <= 0) break;
    head.append(bytes.data(), static_cast<std::size_t>(got));
  }
  return head;
}

class Hosts final : public RehearsalHosts {
 public:
  Hosts(int hosts, int network) : hosts_(hosts), network_(network), port_(port_of(hosts)) {
    thread_ = std::thread([this] { serve(); });
  }
  Hosts(const Hosts&) = delete;
  Hosts& operator=(const Hosts&) = delete;
  ~Hosts() override {
    is_over_ = true;
    thread_.join();
    ::close(hosts_);
    ::close(network_);
  }
  [[nodiscard]] std::string url(const std::string& host) const override {
    return fmt::format("http://{}:{}/f/sample.csv", host, port_);
  }
  void remove(const std::string& host) override {
    const std::scoped_lock lock(mutex_);
    removed_.insert(host);
  }

 private:
  void serve() {
    constexpr int kMilliseconds = 20;
    while (!is_over_) {
      std::array<pollfd, 2> ready = {{{hosts_, POLLIN, 0}, {network_, POLLIN, 0}}};
      if (::poll(ready.data(), ready.size(), kMilliseconds) <= 0) continue;
      for (const auto& each : ready) {
        if ((each.revents & POLLIN) == 0) continue;
        const int socket = ::accept4(each.fd, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) continue;
        each.fd == hosts_ ? answer(socket) : cut_off(socket);
        ::close(socket);
      }
    }
  }
  void answer(int socket) {
    const std::string head = read_head(socket);
    bool is_removed = false;
    {
      const std::scoped_lock lock(mutex_);
      for (const auto& host : removed_) is_removed = is_removed || head.find("Host: " + host) != std::string::npos;
    }
    const std::string_view body =
        is_removed ? "<html><p>This file is not here.</p></html>" : "id,name\n1,INVENTED PERSON\n";
    say(socket,
        fmt::format("HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}",
                    is_removed ? "404 Not Found" : "200 OK", is_removed ? "text/html" : "text/csv", body.size(), body));
  }
  /// As networks do that block: the connection is reset once the name was seen.
  static void cut_off(int socket) {
    (void)read_head(socket);
    const linger at_once{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  }

  int hosts_;
  int network_;
  std::uint16_t port_;
  std::atomic<bool> is_over_ = false;
  std::mutex mutex_;
  std::set<std::string> removed_;
  std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<RehearsalHosts>> RehearsalHosts::start() {
  const int hosts = listen_on(kHosts, 0);
  const int network = hosts >= 0 ? listen_on(kNetwork, port_of(hosts)) : -1;
  if (network >= 0) return std::make_unique<Hosts>(hosts, network);
  if (hosts >= 0) ::close(hosts);
  return fail(ErrorKind::io, "engine.no_loopback", "the hosts of the rehearsal cannot be served on loopback",
              "check that 127.0.0.1 and 127.0.0.2 can be listened on");
}

}  // namespace sidik::engine
