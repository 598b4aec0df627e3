#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/secret.hpp"
#include "crypto/sealing.hpp"

namespace sidik::casefile {

/// A secret that lies in a file of its own, outside the case.
struct KeyFile {
  std::string kind;  ///< case: opens what is sealed and makes tokens; signer: signs for a person
  std::string id;    ///< of the person; of a case its name
  crypto::SecretKey secret;
};

/// Makes the file, readable by its owner alone; with a passphrase the secret in it is locked (Argon2id).
/// Errors   casefile.key_exists (refused): no key is ever overwritten; casefile.key_unwritable (io).
[[nodiscard]] Status write_key_file(const std::string& path, const KeyFile& key,
                                    const std::optional<Secret>& passphrase);

/// Errors   casefile.key_unreadable (not_found); casefile.key_malformed (invalid_input), also for a key of the other
///          kind; casefile.key_locked (refused): it needs a passphrase, or this is the wrong one.
[[nodiscard]] Result<KeyFile> read_key_file(const std::string& path, const std::string& kind,
                                            const std::optional<Secret>& passphrase);

}  // namespace sidik::casefile
