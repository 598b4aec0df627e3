#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/dialect/dialect.hpp"

namespace sidik::ingest {

using HeadRecords = std::vector<std::vector<std::string>>;

/// The records of the head under one dialect, and how much of it does not fit.
struct HeadReading {
  HeadRecords records;             ///< without blank lines and comments
  std::vector<std::size_t> lines;  ///< the physical line at which each record begins, from 0
  std::size_t irregular = 0;       ///< records that had to be read without quotes
  std::size_t quoted = 0;          ///< records with a quoted field
};

/// Reads at most `most_records` records. `is_whole`: the text ends with the head, else its last record may be cut and
/// is left out.
[[nodiscard]] HeadReading read_head(std::string_view head, bool is_whole, const Dialect& dialect,
                                    std::size_t most_records);

/// The most frequent number of fields; of equally frequent ones the largest. 1 when there is no record.
[[nodiscard]] std::size_t usual_width(const HeadRecords& records);
/// The largest number of fields; 1 when there is no record.
[[nodiscard]] std::size_t widest(const HeadRecords& records);

/// How many records at the start are preamble: narrower than the table, before the first record as wide as it; or a
/// spreadsheet's title, rows of at most one filled cell above a row whose cells are all filled.
[[nodiscard]] std::size_t preamble_records(const HeadRecords& records, std::size_t width);

/// Whether records[row] is a line of titles over groups of columns, as joined cells are saved: at most half of its
/// cells hold one, and the row below names every column (but perhaps the last) in words, above values that are none.
[[nodiscard]] bool is_group_titles(const HeadRecords& records, std::size_t row, std::size_t width);

}  // namespace sidik::ingest
