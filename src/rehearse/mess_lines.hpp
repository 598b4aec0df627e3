#pragma once

#include <span>

#include "rehearse/mess.hpp"
#include "rehearse/page.hpp"
#include "rehearse/row_writer.hpp"
#include "rehearse/truth.hpp"

namespace sidik::rehearse {

/// Writes the lines that a mess puts above, between and behind the rows of a delimited file, and counts them.
///
/// Lifetime  refers to everything that it is made of.
class MessLines {
 public:
  MessLines(std::uint64_t seed, std::uint64_t rows, std::span<const ColumnFact> columns, const RowWriter& writer,
            Mess& mess, Page& page, TruthTally& tally);

  /// Before the header.
  void write_preamble();
  /// The header: none, one line or two.
  void write_header(RandomStream& stream);
  /// In front of row `row`, which is not the first.
  void write_between(std::uint64_t row);
  /// Behind the last row.
  void write_end();
  /// Ends a line that has nothing on it.
  void append_blank(RandomStream& stream);

 private:
  void write_other(std::string_view words, MessKind kind, RandomStream& stream);
  void write_blank(std::string_view blanks, RandomStream& stream);
  void write_ragged(RandomStream& stream);
  void write_refused(std::span<const std::string_view> fields, MessKind kind, RandomStream& stream);
  /// Gives the bytes of the line.
  std::uint64_t write_line(std::span<const std::string_view> fields, MessKind kind, RandomStream& stream);
  void write_footer(RandomStream& stream);
  void write_second_table(RandomStream& stream);
  [[nodiscard]] bool falls_on(MessKind kind, std::uint64_t row, std::uint64_t per_million, RandomStream& stream) const;

  std::uint64_t seed_;
  std::uint64_t rows_;
  std::span<const ColumnFact> columns_;
  const RowWriter& writer_;
  Mess& mess_;
  Page& page_;
  TruthTally& tally_;
  std::uint64_t page_length_;  ///< rows between two repeated headers
};

}  // namespace sidik::rehearse
