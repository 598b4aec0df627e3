#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "rehearse/columns.hpp"
#include "rehearse/row_writer.hpp"
#include "rehearse/text_encoding.hpp"

namespace sidik::rehearse {

/// The ways in which a file, not its persons, can be broken. The groups are those by which the Pollock benchmark
/// (Vitagliano and others 2023) sorts the pollution of delimited files: dialect, header, rows, cells, encoding.
enum class MessKind : std::uint8_t {
  other_delimiter,
  other_quote,
  backslash_escape,
  spaced_quotes,
  line_ends,
  header_missing,
  header_repeated,
  header_of_two_lines,
  preamble,
  comments,
  blank_lines,
  trailing_delimiters,
  ragged_rows,
  second_table,
  footer,
  stray_quotes,
  nul_bytes,
  other_encoding,
  interleaved_tables,  ///< of an SQL dump
};
inline constexpr std::size_t kMessKinds = 19;
[[nodiscard]] std::string_view mess_name(MessKind kind);

/// What is done to one file. A right reader still finds every record, and refuses the lines that are none.
struct Mess {
  TextEncoding encoding = TextEncoding::utf8;

  [[nodiscard]] bool has(MessKind kind) const { return has_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] std::vector<MessKind> kinds() const;
  void add(MessKind kind) { has_[static_cast<std::size_t>(kind)] = true; }
  /// Lines that a kind added, and cells that it changed; counted while writing.
  [[nodiscard]] std::uint64_t lines_of(MessKind kind) const { return lines_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] std::uint64_t cells_of(MessKind kind) const { return cells_[static_cast<std::size_t>(kind)]; }
  void count_line(MessKind kind) { ++lines_[static_cast<std::size_t>(kind)]; }
  void count_cell(MessKind kind) { ++cells_[static_cast<std::size_t>(kind)]; }
  /// Whether cells have to be looked at.
  [[nodiscard]] bool changes_cells() const {
    return encoding != TextEncoding::utf8 || has(MessKind::stray_quotes) || has(MessKind::nul_bytes);
  }

 private:
  std::array<bool, kMessKinds> has_{};
  std::array<std::uint64_t, kMessKinds> lines_{};
  std::array<std::uint64_t, kMessKinds> cells_{};
};

inline constexpr unsigned kMostMess = 3;
/// How many kinds stand at once at each level; an SQL dump has fewer to choose from.
inline constexpr std::array<std::size_t, kMostMess + 1> kKindsAtLevel = {0, 1, 3, 6};

/// Draws the mess of a delimited file, and sets what of it is a matter of `shape`.
[[nodiscard]] Mess draw_mess(std::uint64_t seed, unsigned level, FileShape& shape);
/// The same for an SQL dump: its encoding, line ends, comments, tables that take turns.
[[nodiscard]] Mess draw_sql_mess(std::uint64_t seed, unsigned level, FileShape& shape);

/// Does to a record's cells what the mess does to cells, in at most one of them, by the row's content alone, so that
/// equal rows stay equal.
void mess_cells(Record& record, Mess& mess);

}  // namespace sidik::rehearse
