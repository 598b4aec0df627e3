#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash128.hpp"
#include "base/result.hpp"
#include "crypto/keyed_hash.hpp"

/// What is kept of marked copies: enough to know a decoy by, never a decoy. docs/formats/marks.md describes the file.
namespace sidik::engine {

/// A decoy as keyed tokens: of `strong` one is enough, of `weak` the first with another.
struct SealedDecoy {
  std::vector<Hash128> strong;
  std::vector<Hash128> weak;
};

struct SealedCopy {
  std::string recipient;
  std::string file;
  std::string sha256;
  std::uint64_t rows = 0;  ///< decoys among them
  std::vector<std::string> columns;
  std::vector<SealedDecoy> decoys;
};

struct MarkSeal {
  std::string made;  ///< ISO 8601, UTC
  std::string version;
  std::string register_sha256;
  std::uint64_t register_rows = 0;
  Hash128 key_check;  ///< a token of a known text: says whether a key is the one
  std::vector<SealedCopy> copies;
  std::vector<SealedDecoy> controls;  ///< in no copy
  std::string sha256;                 ///< of the rest; set by to_json and read_seal
};

/// The token of a form; with a domain of its own, so that it meets no other token under the same key.
[[nodiscard]] Hash128 trace_token(const crypto::KeyedHash& key, std::string_view form);
/// The token that a seal holds to know its key by.
[[nodiscard]] Hash128 key_check_of(const crypto::KeyedHash& key);

/// The seal as JSON, its own SHA-256 last.
[[nodiscard]] std::string to_json(const MarkSeal& seal);

/// Reads a seal and holds it against its own hash.
/// Errors   engine.not_found; engine.seal_malformed (invalid_input) for what is no seal, has a part that cannot be, or
///          more than 100,000 recipients or ten million decoys; engine.seal_broken (refused) when the hash does not
///          fit.
[[nodiscard]] Result<MarkSeal> read_seal(const std::string& path);

}  // namespace sidik::engine
