#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/crew.hpp"
#include "crypto/signing.hpp"

namespace sidik::casefile {

/// A signature that has still to hold, and where the case stands if it does not.
struct SignatureCheck {
  crypto::PublicKey key{};
  std::string text;
  crypto::Signature signature{};
  std::uint64_t event = 0;        ///< the first that it vouches for
  std::uint64_t events = 0;       ///< in front of the checkpoint
  std::uint64_t checkpoints = 0;  ///< before it
};

/// Checks signatures on all cores while their caller reads on: a signature takes a hundred times as long as an event.
///
/// Order of calls   add*, first_bad once.
class SignatureChecks {
 public:
  explicit SignatureChecks(std::size_t lanes) : crew_(lanes) {}

  void add(SignatureCheck check);
  /// The first in the order of add() that does not hold; waits for all.
  [[nodiscard]] std::optional<SignatureCheck> first_bad();

 private:
  void submit();

  std::vector<SignatureCheck> batch_;
  std::mutex mutex_;
  std::optional<SignatureCheck> bad_;
  Crew crew_;  // last: its threads end before what they write to
};

}  // namespace sidik::casefile
