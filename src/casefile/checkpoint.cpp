#include "casefile/checkpoint.hpp"

#include <fmt/format.h>

#include "crypto/hex.hpp"

namespace sidik::casefile {

std::string signed_text(const Checkpoint& checkpoint) {
  return fmt::format("sidik case checkpoint 1\n{}\n{}\n{}\n{}\n", checkpoint.size, crypto::to_hex(checkpoint.root),
                     checkpoint.at, checkpoint.by);
}

}  // namespace sidik::casefile
