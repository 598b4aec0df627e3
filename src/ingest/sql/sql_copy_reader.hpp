#pragma once

#include <string>
#include <utility>

#include "ingest/sql/sql_copy.hpp"
#include "ingest/sql/sql_insert_reader.hpp"

namespace sidik::ingest {

/// The part of the SQL reader that is for COPY ... FROM stdin: its lines are records of the table at hand.
///
/// Bytes    a record is a line with its line end; the line \. is `other`.
/// Rejects  a line with too few or too many fields; one longer than limits.record_bytes, whole.
class SqlCopyReader : protected SqlInsertReader {
 protected:
  SqlCopyReader(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
                std::string& cut_because)
      : SqlInsertReader(window, dialect, std::move(info), sink, progress, cut_because), line_(most_columns_ + 1) {}

  /// Reads from the first line behind the statement to the line \., or to the head of another COPY where that line was
  /// lost. A text that ends earlier is told in `cut_because`.
  Status read_lines();

 private:
  Status refuse_long_line();

  CopyLineParser line_;
};

}  // namespace sidik::ingest
