#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "base/hash128.hpp"
#include "base/result.hpp"
#include "crypto/keyed_hash.hpp"
#include "identify/meaning.hpp"
#include "pack/pack.hpp"

namespace sidik::engine {

/// A table as tokens of the forms of its fields; no value is kept.
struct TracedTable {
  std::vector<std::string> columns;  ///< names that may be shown, else empty
  std::vector<bool> holds_dates;     ///< by column
  std::vector<std::uint64_t> forms;  ///< row by row, a number for each field; 0: nothing
  std::size_t rows = 0;
  /// By column of days: the day of each row, days since 1970 and kNoDay where there is none; empty where not asked for.
  std::vector<std::vector<std::int32_t>> days;
  static constexpr std::int32_t kNoDay = INT32_MIN;

  [[nodiscard]] std::span<const std::uint64_t> row(std::size_t r) const {
    return std::span(forms).subspan(r * columns.size(), columns.size());
  }
};

struct TracedFile {
  std::vector<TracedTable> tables;
  std::string sha256;
  std::uint64_t rows = 0;  ///< of all tables
};

/// What every row's tokens are shown to while a file is read, 0 tokens for empty fields.
using TokenTaker = std::function<void(std::span<const Hash128>)>;

struct TracedReading {
  const pack::Pack& pack;
  const identify::MeaningReader& meanings;
  const crypto::KeyedHash& key;
  int reference_year = 0;
};

/// Reads a file as tokens. `keeps_rows`: whether tables are kept, or only shown to `take` (may be empty).
/// Errors   those of ingest::read_exhibits.
/// Cost     memory 8 bytes a field when rows are kept, some megabytes else.
[[nodiscard]] Result<TracedFile> read_traced(const std::string& path, const TracedReading& with, bool keeps_rows,
                                             const TokenTaker& take, const Context& context);

}  // namespace sidik::engine
