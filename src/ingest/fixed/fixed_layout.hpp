#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/dialect/dialect.hpp"
#include "ingest/reader.hpp"

namespace sidik::ingest {

/// Where the columns of a text stand that aligns them: padded to widths, or as database consoles print a result.
struct FixedLayout {
  enum class Form : std::uint8_t {
    padded,  ///< positions alone
    ruled,   ///< a line of dashes under the header shows the columns: SQL*Plus, sqlcmd, sqlite3
    barred,  ///< bars between the columns, and lines of dashes: psql, mysql, Markdown
  };
  struct Column {
    std::size_t begin = 0;  ///< in characters
    std::size_t end = 0;    ///< one past the last; npos: to the line's end
  };
  Form form = Form::padded;
  std::vector<Column> columns;
  bool has_outer_bars = false;       ///< lines begin and end with a bar: mysql, Markdown
  std::uint64_t preamble_lines = 0;  ///< lines before the header, or before the first record
  bool has_header = false;
  bool header_is_sure = true;
  std::string newline = "LF";
};

/// A listing of a database console, known by its line of dashes and by lines below that keep to it.
///
/// Input    `head`: the first bytes, UTF-8; `is_whole`: the text ends there, else its last line may be cut.
/// Cost     one pass over the first 64 KiB.
[[nodiscard]] std::optional<FixedLayout> find_listing(std::string_view head, bool is_whole, const ReadOptions& options);

/// Columns by the character positions that are blank in nearly all lines, or where padding or digits turn into
/// something else in nearly all of them; needs eight lines, two columns and some padding.
[[nodiscard]] std::optional<FixedLayout> find_padded(std::string_view head, bool is_whole, const ReadOptions& options);

/// The columns of the user's widths; what stands behind the last belongs to it.
[[nodiscard]] FixedLayout layout_of_widths(std::string_view head, bool is_whole, const ReadOptions& options);

/// The layout when the user wants aligned columns, or the text is the listing of a database console; else nothing.
/// Errors   ingest.no_table when the user wants them and none are found.
[[nodiscard]] Result<std::optional<FixedLayout>> wanted_layout(std::string_view head, bool is_whole,
                                                               const ReadOptions& options);
/// Whether what delimits in this dialect may be padding: blanks, or nothing at all.
[[nodiscard]] bool may_be_padding(const Dialect& dialect);

enum class LineFit : std::uint8_t { fits, too_short, crosses };
/// Splits a line, without its line end, into trimmed fields; crosses: text where no column is, or another number of
/// bars. Cost: one pass over the line.
LineFit split_line(const FixedLayout& layout, std::string_view line, std::vector<std::string_view>& fields);

/// Whether a line is a border of dashes, with bars, crosses and blanks at most.
[[nodiscard]] bool is_rule(std::string_view line);
/// Whether a line tells how many rows there were: (12 rows), 12 rows in set (0.01 sec), 12 rows selected.
[[nodiscard]] bool is_row_count(std::string_view line);

}  // namespace sidik::ingest
