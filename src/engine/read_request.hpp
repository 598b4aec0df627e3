#pragma once

#include <string>

#include "base/result.hpp"
#include "crypto/keyed_hash.hpp"
#include "engine/examine.hpp"
#include "ingest/reader.hpp"

namespace sidik::engine {

/// The reader's options from what the user typed: `tab` and `\t` are a tab, `none` is no quote, and so on. Reads the
/// password file.
/// Errors   engine.option (usage), naming the option and what it takes; those of passwords_of.
[[nodiscard]] Result<ingest::ReadOptions> read_options(const ExamineRequest& request);

/// The lines of a file as passwords, without their line ends; empty lines are left out. None when `path` is empty.
/// Errors   engine.password_unreadable (not_found): no such file, no line in it, or more than 64 KiB.
[[nodiscard]] Result<std::vector<Secret>> passwords_of(const std::string& path);

/// The key for tokens: from a file of 32 hexadecimal digits, or a fresh one when `path` is empty.
/// Errors   engine.key_unreadable (not_found), engine.key_malformed (invalid_input).
[[nodiscard]] Result<crypto::KeyedHash> token_key(const std::string& path);
/// From the digits themselves.
[[nodiscard]] Result<crypto::KeyedHash> token_key_of(const Secret& digits);

}  // namespace sidik::engine
