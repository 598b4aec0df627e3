#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/delimited/record_parser.hpp"
#include "ingest/sql/sql_copy.hpp"
#include "ingest/sql/sql_row_reader.hpp"

namespace sidik::ingest {

/// The part of the SQL reader that is for COPY ... FROM stdin, in text format or CSV: its lines are records of the
/// table at hand.
///
/// Bytes    a record is a line with its line end; the line \. is `other`.
/// Rejects  a line with too few or too many fields; one longer than limits.record_bytes, whole; in CSV one whose quotes
///          do not fit.
class SqlCopyReader : protected SqlRowReader {
 protected:
  SqlCopyReader(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
                std::string& cut_because)
      : SqlRowReader(window, dialect, std::move(info), sink, progress, cut_because), line_(most_columns_ + 1) {}

  /// Reads from the first line behind the statement to the line \., or to the head of another COPY where that line was
  /// lost. A text that ends earlier is told in `cut_because`.
  Status read_lines(const CopyFormat& format);
  /// The same for lines in CSV format, whose quoted fields may hold line ends.
  Status read_csv(const CopyFormat& format);

 private:
  Status refuse_long_line();
  Result<bool> has_text();
  /// The first line, which names the columns.
  Status take_header(std::span<const std::string_view> names, std::size_t end);
  Status take_csv_record(const RecordParser& parser, const CopyFormat& format);

  CopyLineParser line_;
  std::vector<std::string_view> csv_fields_;
};

}  // namespace sidik::ingest
