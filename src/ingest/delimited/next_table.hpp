#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "base/limits.hpp"
#include "ingest/delimited/record_parser.hpp"
#include "ingest/dialect/dialect.hpp"

namespace sidik::ingest {

/// Finds the table that begins where the present one refuses line after line: dumps are often several files behind one
/// another, with another delimiter, other columns or another header.
///
/// A table begins where 20 lines in a row are no records of the present one, and nearly all lines from there on are
/// records of two or more columns under another dialect; 5 lines do when they begin with a header for which something
/// speaks.
/// Cost     a refused line costs a look at the line behind it; a run of 20 some milliseconds. After a look in vain
///          the next one waits, each time twice as far, up to 16 MiB, so that a text of nothing but refused lines
///          stays linear.
class NextTable {
 public:
  static constexpr std::size_t kLookBytes = std::size_t{1} << 14;

  NextTable(const Dialect& present, const ReadOptions& options, const Limits& limits);
  /// Whether a look at the member's byte `offset` can find anything new.
  [[nodiscard]] bool is_due(std::uint64_t offset) const { return offset >= due_; }
  /// The dialect of the table that begins with `text`, kLookBytes of what follows or all of it (`is_whole`), at the
  /// member's byte `offset`; nothing when none begins exactly there.
  [[nodiscard]] std::optional<Dialect> find(std::string_view text, bool is_whole, std::uint64_t offset);

 private:
  struct Run {
    std::size_t lines = 0;
    std::size_t end = 0;  ///< where the first record of the present table stands, or the text ends
  };
  [[nodiscard]] Run refused_run(std::string_view text, bool is_whole);
  [[nodiscard]] bool is_record_at(std::string_view text, std::size_t at, bool is_whole);
  [[nodiscard]] bool is_steady(std::string_view text, bool is_whole, const Dialect& dialect, std::size_t lines) const;

  Dialect present_;
  ReadOptions options_;
  Limits limits_;
  RecordParser parser_;
  std::deque<std::string> kept_;
  std::uint64_t due_ = 0;
  std::uint64_t wait_ = 256;
  std::size_t vain_looks_ = 0;
};

}  // namespace sidik::ingest
