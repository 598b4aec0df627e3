#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace sidik::net {

/// A host on loopback that does what a test says, one connection after the other.
class ServerForTest {
 public:
  /// What is done with a connection once the head of its request came.
  using Act = std::function<void(int socket, const std::string& request)>;

  explicit ServerForTest(Act act) : act_(std::move(act)), listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(listener_, reinterpret_cast<sockaddr*>(&at), sizeof at);
    listen(listener_, 8);
    socklen_t size = sizeof at;
    getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size);
    port_ = ntohs(at.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ServerForTest(const ServerForTest&) = delete;
  ServerForTest& operator=(const ServerForTest&) = delete;
  ~ServerForTest() {
    is_over_ = true;
    thread_.join();
    close(listener_);
  }
  [[nodiscard]] std::string url(const std::string& path = "/x", const std::string& host = "127.0.0.1") const {
    return "http://" + host + ":" + std::to_string(port_) + path;
  }
  [[nodiscard]] int connections() const { return connections_; }

  static bool say(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  static Act answer(const std::string& status, const std::string& headers, const std::string& body) {
    return [=](int socket, const std::string&) {
      say(socket, "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers +
                      "\r\n" + body);
    };
  }

 private:
  void serve() {
    while (!is_over_) {
      pollfd ready{listener_, POLLIN, 0};
      if (poll(&ready, 1, 20) <= 0) continue;
      const int socket = accept(listener_, nullptr, nullptr);
      if (socket < 0) continue;
      ++connections_;
      const timeval patience{2, 0};
      setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
      setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
      std::string request;
      std::vector<char> bytes(4096);
      while (request.find("\r\n\r\n") == std::string::npos) {
        const auto got = recv(socket, bytes.data(), bytes.size(), 0);
        if (got <= 0) break;
        if (request.empty() && bytes.front() == '\x16') break;  // TLS begins
        request.append(bytes.data(), static_cast<std::size_t>(got));
      }
      act_(socket, request);
      close(socket);
    }
  }

  Act act_;
  int listener_;
  std::uint16_t port_ = 0;
  std::atomic<bool> is_over_ = false;
  std::atomic<int> connections_ = 0;
  std::thread thread_;
};

}  // namespace sidik::net
