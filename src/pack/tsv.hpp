#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace sidik::pack {

/// One record of a tab-separated file: its fields in the order of the columns that were asked for, and its line from 1.
struct TsvRow {
  std::span<const std::string_view> fields;
  std::size_t line = 0;
};

/// Reads a tab-separated file of a pack: a head with exactly these columns in this order, then one record a line, no
/// quoting; empty lines and lines that begin with # do not count.
///
/// Errors   pack.malformed with file and line, and whatever `take` returns.
[[nodiscard]] Status read_tsv(std::string_view path, std::string_view text, std::span<const std::string_view> columns,
                              const std::function<Status(const TsvRow&)>& take);

/// The error that names a place in a pack. `key` is a TOML key or a column; empty: none.
[[nodiscard]] std::unexpected<Error> malformed(std::string_view path, std::size_t line, std::string_view key,
                                               std::string_view says);

/// A whole number from a field; `empty` for an empty one.
[[nodiscard]] Result<std::uint64_t> number_field(std::string_view path, std::size_t line, std::string_view column,
                                                 std::string_view field, std::uint64_t empty);

}  // namespace sidik::pack
