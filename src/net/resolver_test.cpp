#include "net/resolver.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <thread>

namespace sidik::net {
namespace {

/// A DNS server on loopback: makes an answer of each question's bytes.
class NamesForTest {
 public:
  explicit NamesForTest(std::function<std::string(std::string)> answer) : socket_(socket(AF_INET, SOCK_DGRAM, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(socket_, reinterpret_cast<sockaddr*>(&at), sizeof at);
    socklen_t size = sizeof at;
    getsockname(socket_, reinterpret_cast<sockaddr*>(&at), &size);
    address_ = "127.0.0.1:" + std::to_string(ntohs(at.sin_port));
    thread_ = std::thread([this, answer = std::move(answer)] {
      while (!is_over_) {
        pollfd ready{socket_, POLLIN, 0};
        if (poll(&ready, 1, 20) <= 0) continue;
        std::string question(512, '\0');
        sockaddr_in from{};
        socklen_t from_size = sizeof from;
        const auto got =
            recvfrom(socket_, question.data(), question.size(), 0, reinterpret_cast<sockaddr*>(&from), &from_size);
        question.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        const std::string said = answer(question);
        if (!said.empty()) sendto(socket_, said.data(), said.size(), 0, reinterpret_cast<sockaddr*>(&from), from_size);
      }
    });
  }
  NamesForTest(const NamesForTest&) = delete;
  NamesForTest& operator=(const NamesForTest&) = delete;
  ~NamesForTest() {
    is_over_ = true;
    thread_.join();
    close(socket_);
  }
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  int socket_;
  std::string address_;
  std::atomic<bool> is_over_ = false;
  std::thread thread_;
};

/// The question without what follows it (EDNS), as an answer with a code and a number of records.
std::string head_of(const std::string& question, char code, char records) {
  std::size_t end = 12;
  while (end < question.size() && question[end] != 0) end += 1 + static_cast<unsigned char>(question[end]);
  std::string out = question.substr(0, end + 5);
  out[2] = static_cast<char>(0x81);
  out[3] = static_cast<char>(0x80 | code);
  out[7] = records;
  out[9] = out[11] = 0;
  return out;
}
bool asks_for_v4(const std::string& question) { return head_of(question, 0, 0).end()[-3] == 1; }

Answer ask(const std::function<std::string(std::string)>& answer) {
  const NamesForTest names(answer);
  return named_resolver(names.address(), std::chrono::seconds(1))->ask("files.test");
}

TEST(NamedResolver, TellsTheAddressesOfBothKinds) {
  const Answer answer = ask([](const std::string& question) {
    const bool is_v4 = asks_for_v4(question);
    std::string out = head_of(question, 0, 1) + std::string("\xc0\x0c\x00", 3) + (is_v4 ? '\x01' : '\x1c') +
                      std::string("\x00\x01\x00\x00\x00\x05\x00", 7);
    return is_v4 ? out + std::string("\x04\xc6\x33\x64\x07", 5)
                 : out + std::string("\x10\x20\x01\x0d\xb8\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01", 17);
  });
  EXPECT_EQ(answer.kind, Answer::Kind::addresses);
  ASSERT_EQ(answer.addresses.size(), 2U);
  EXPECT_EQ(to_text(answer.addresses[0]), "198.51.100.7");
  EXPECT_EQ(to_text(answer.addresses[1]), "2001:db8::1");
}

TEST(NamedResolver, TellsANameThatIsNoneFromAServerThatFails) {
  EXPECT_EQ(ask([](const std::string& question) { return head_of(question, 3, 0); }).kind, Answer::Kind::no_such_name);
  EXPECT_EQ(ask([](const std::string& question) { return head_of(question, 2, 0); }).kind, Answer::Kind::failed);
  EXPECT_EQ(ask([](const std::string&) { return std::string(); }).kind, Answer::Kind::failed);
}

TEST(NamedResolver, AnswersThatAreCutOrClaimTooMuchFail) {
  for (const std::size_t kept : {12U, 20U, 27U, 30U, 33U, 37U}) {
    const Answer answer = ask([&](const std::string& question) {
      return (head_of(question, 0, 1) + std::string("\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x05\x00\x04\xc6\x33", 14))
          .substr(0, kept);
    });
    EXPECT_NE(answer.kind, Answer::Kind::addresses) << kept;
  }
}

TEST(NamedResolver, IsNamedByAnAddress) {
  for (const char* name : {"", "resolver.test", "9.9.9.9:", "9.9.9.9:0", "9.9.9.9:70000", "9.9.9.9:5x", "::1"})
    EXPECT_FALSE(named_resolver(name, std::chrono::seconds(1))) << name;
}

TEST(FixedResolver, KnowsItsListAndAddressesThemselves) {
  const Resolver resolver = fixed_resolver({{"files.test", {*parse_address("127.0.0.1")}}});
  EXPECT_EQ(resolver.ask("files.test").addresses.size(), 1U);
  EXPECT_EQ(resolver.ask("other.test").kind, Answer::Kind::no_such_name);
  EXPECT_EQ(resolver.ask("127.0.0.5").kind, Answer::Kind::addresses);
}

}  // namespace
}  // namespace sidik::net
