#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "crypto/keyed_hash.hpp"
#include "engine/copy_reading.hpp"
#include "runs/key_partitions.hpp"

namespace sidik::engine {

/// A column that the rows of a token file were made of.
struct TokenColumn {
  std::string name;
  std::string meaning;
  bool by_meaning = false;  ///< compared by its meaning (origin::ValueForm), else as text
  std::uint64_t filled = 0;
};

struct TokenTable {
  std::string name;
  std::uint64_t records = 0;
  std::vector<TokenColumn> columns;
  std::uint64_t rows = 0;  ///< distinct
};

struct TokenSet {
  std::string meaning;
  std::uint64_t values = 0;  ///< distinct
};

/// What a token file says in the open. docs/formats/tokens.md.
struct TokenHead {
  std::string sidik;      ///< version of the program
  std::string made;       ///< RFC 3339, UTC
  std::string key_check;  ///< tells one key from another, and nothing of either
  std::vector<TokenTable> tables;
  std::vector<TokenSet> sets;
};

/// What the key says of itself in a token file.
[[nodiscard]] std::string key_check(const crypto::KeyedHash& hash);

/// Writes the head and the sets, those of the tables' rows first; sets of one key lie in several lanes. The counts of
/// the head are set from them.
/// Output   a file of mode 0600.
/// Errors   engine.write (io), runs.spill_failed.
[[nodiscard]] Status write_tokens(const std::string& path, TokenHead& head, std::span<const CopyTable> tables,
                                  const LaneSets& sets, std::span<const std::size_t> set_numbers);

/// Whether a file begins as token files do.
[[nodiscard]] bool is_token_file(const std::string& path);

/// Errors   engine.tokens_unreadable (not_found), engine.tokens_malformed (invalid_input), engine.tokens_other_key
/// (refused).
[[nodiscard]] Result<TokenHead> read_token_head(const std::string& path, const crypto::KeyedHash& hash);

/// A token file that is read set after set, each partition by itself.
class TokenReader {
 public:
  /// Errors   engine.tokens_unreadable, engine.tokens_malformed.
  [[nodiscard]] static Result<TokenReader> open(const std::string& path);
  ~TokenReader();
  TokenReader(TokenReader&&) noexcept;
  TokenReader& operator=(TokenReader&&) noexcept;

  [[nodiscard]] const TokenHead& head() const;
  /// How many sets it has: one for each table's rows, then the head's.
  [[nodiscard]] std::size_t sets() const;
  /// The tokens of one partition of one set, rising. In any order of sets; in one set partitions follow each other.
  /// Errors   engine.tokens_malformed.
  [[nodiscard]] Status read(std::size_t set, std::size_t partition, std::vector<std::uint64_t>& tokens);

 private:
  struct State;
  explicit TokenReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Reads the tokens into sets: one for each table's rows, one for each of the head's sets; null: not wanted.
/// Errors   as read_token_head.
[[nodiscard]] Status read_tokens(const std::string& path, std::span<runs::KeyPartitions* const> rows,
                                 std::span<runs::KeyPartitions* const> sets);

}  // namespace sidik::engine
