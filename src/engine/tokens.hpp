#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/result.hpp"
#include "base/secret.hpp"
#include "engine/token_file.hpp"

namespace sidik::engine {

/// What the user asked of `sidik tokens`.
struct TokensRequest {
  std::string path;
  std::string out;
  std::string key_file;
  std::vector<std::string> packs = {"id"};
  std::string packs_directory;
  std::string password_file;
  bool allows_no_sandbox = false;
  std::optional<Secret> key_text;  ///< the digits themselves; then no file is read
};

/// Makes a file of tokens of a dump, which others with the key can compare their dumps with (`--known NAME=FILE`)
/// without seeing it: the sets of its rows and of its identifiers, sorted, without repeats.
///
/// Leaks     how many records, rows and values it has, its columns' names and meanings and how many records fill them;
///           to who holds the key also whether any value that he can guess is in it, which for numbers as short as a
///           national identifier is every value. Without the key nothing of a value.
/// Errors    engine.key_missing (usage): tokens of a key of this run could never be compared; those of survey_known,
///           read_copy, write_tokens, token_key, guard_outputs.
/// Cost      two readings of the file but for plain delimited ones, whose first ends with the head.
[[nodiscard]] Result<TokenHead> make_tokens(const TokensRequest& request, const Context& context);

}  // namespace sidik::engine
