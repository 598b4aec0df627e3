#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/reader.hpp"

namespace sidik::ingest {

/// How a delimited text is written.
struct Dialect {
  std::string delimiter = ",";       ///< one to four bytes; empty: one column
  char quote = '"';                  ///< 0: none
  char escape = '"';                 ///< equal to quote: doubling; a backslash; 0: none
  bool lone_cr_ends_line = false;    ///< whether a CR without LF ends a line
  std::string comment;               ///< lines that begin with it are no records; empty: none
  std::uint64_t preamble_lines = 0;  ///< lines before the table
  std::size_t columns = 1;
  bool has_header = false;
  bool header_is_sure = true;    ///< false: nothing spoke for the header, its names may be values
  bool last_takes_rest = false;  ///< a list of accounts: only the last field may hold the delimiter
  bool has_addresses = false;    ///< such a list with https://host:port/path in a field (account_fields)
  bool is_copy_text = false;     ///< fields have the escapes of COPY (copy_text)
  std::size_t header_lines = 1;  ///< 2: a second line names the columns once more, in another language or way
  bool pads_short_rows = false;  ///< short rows are the table's habit: over 5 % of the head
  std::string newline = "LF";    ///< LF, CRLF, CR or mixed, as seen in the head
  Decider delimiter_by = Decider::guessed;
  Decider quote_by = Decider::guessed;
  Decider escape_by = Decider::guessed;
  Decider header_by = Decider::guessed;
};

/// Finds the dialect of a delimited text from its first bytes.
///
/// Input    `head`: the first bytes in UTF-8; `is_whole`: the text ends there, else its last line may be cut.
/// Output   the dialect that makes the head most table-like; what the user set is kept and marked so.
/// Errors   ingest.no_table when there is no line; ingest.too_many_columns (limit).
/// Cost     O(candidates x 64 KiB) and one pass over `head`.
/// Source   consistency of row lengths and cell types after van den Burg, Nazabal and Sutton 2019, with the share of
/// the most
///          frequent row length in place of their pattern score, so that a preamble and torn lines do less harm.
[[nodiscard]] Result<Dialect> sniff_dialect(std::string_view head, bool is_whole, const ReadOptions& options,
                                            std::uint32_t max_columns);

/// Writes what was decided into what the sink is told; `info.format` becomes delimited, colon_list or copy_text.
void describe_dialect(const Dialect& dialect, TableInfo& info);

}  // namespace sidik::ingest
