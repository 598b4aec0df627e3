#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "net/address_guard.hpp"

namespace sidik::net {

/// What a resolver said.
struct Answer {
  enum class Kind { addresses, no_such_name, failed };
  Kind kind = Kind::failed;
  std::vector<Address> addresses;  ///< at most 32, IPv4 first
};

/// Asks for the addresses of a name. `name` says which resolver it is: `system`, its address, or `fixed`.
struct Resolver {
  std::string name;
  std::function<Answer(const std::string& host)> ask;
};

/// The system's: its files and its servers, within the time that they are set to.
[[nodiscard]] Resolver system_resolver();

/// One server by its IPv4 address, `9.9.9.9` or `9.9.9.9:5353`, asked for A and AAAA over UDP, over TCP when cut.
/// Caveat   a network may catch the question and answer it itself.
/// Errors   net.resolver_malformed (usage).
[[nodiscard]] Result<Resolver> named_resolver(const std::string& address, std::chrono::seconds patience);

/// Answers from a list, for rehearsals.
[[nodiscard]] Resolver fixed_resolver(std::map<std::string, std::vector<Address>> names);

}  // namespace sidik::net
