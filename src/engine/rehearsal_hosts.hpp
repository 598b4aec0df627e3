#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"

namespace sidik::engine {

/// Invented file hosts on loopback, for rehearsals: 127.0.0.1 is the hosts themselves, 127.0.0.2 the network of a
/// country that cuts off whom it blocks. Names are led to them by LookOptions::names.
///
/// Threads  serves in one of its own until it is destroyed; the calls are for one thread.
class RehearsalHosts {
 public:
  /// Errors   engine.no_loopback (io).
  [[nodiscard]] static Result<std::unique_ptr<RehearsalHosts>> start();
  virtual ~RehearsalHosts() = default;

  [[nodiscard]] virtual std::string url(const std::string& host) const = 0;
  /// From now on the host says 404 for its file.
  virtual void remove(const std::string& host) = 0;
};

}  // namespace sidik::engine
