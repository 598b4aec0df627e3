#pragma once

#include <cstdint>
#include <string>

#include "crypto/merkle_tree.hpp"
#include "crypto/signing.hpp"

namespace sidik::casefile {

/// What a person signed: that the case had so many events, and these.
struct Checkpoint {
  std::uint64_t size = 0;  ///< events
  crypto::Digest root{};   ///< of the tree over their bodies
  std::string at;          ///< as Event::at
  std::string by;          ///< the id of the person
  crypto::Signature signature{};
};

/// The bytes that are signed.
[[nodiscard]] std::string signed_text(const Checkpoint& checkpoint);

}  // namespace sidik::casefile
