#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest/reader.hpp"

namespace sidik::ingest {

/// A list of accounts with a few fields a line, of which only the last may hold the delimiter: mail:hash,
/// mail:password, user:mail:hash:salt, hash:plain; also with ; or | in place of the colon. With colons also
/// address:user:password.
struct ColonList {
  char delimiter = ':';
  std::size_t columns = 2;
  bool has_addresses = false;  ///< a field may be https://host:port/path (account_fields)
};

/// Finds such a list by its first lines: nearly all of them split alike, and one column holds e-mail addresses or
/// hashes, or one of three holds addresses of pages. Passwords hold any mark, so that a quote in them quotes nothing.
///
/// Input    `head`: the first bytes, UTF-8; `is_whole`: the text ends there, else its last line may be cut.
/// Output   nothing when it is rather a table with that delimiter, or the user set a quote, a padding of short rows
///          or another delimiter.
/// Cost     one pass over at most 1,000 lines a delimiter.
[[nodiscard]] std::optional<ColonList> find_colon_list(std::string_view head, bool is_whole,
                                                       const ReadOptions& options);

/// Whether a cell is written like a hash: hexadecimal of a usual length, or $id$...
[[nodiscard]] bool is_hash(std::string_view cell);

}  // namespace sidik::ingest
