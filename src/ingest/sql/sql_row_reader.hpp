#pragma once

#include <deque>
#include <string>
#include <utility>

#include "ingest/sql/sql_head.hpp"
#include "ingest/sql/sql_insert_reader.hpp"
#include "ingest/sql/sql_row.hpp"

namespace sidik::ingest {

/// The part of the SQL reader that is for INSERT ... SET and INSERT ... SELECT of literals, with UNION ALL between.
///
/// Bytes    a record is the row from its first name or value to its last; the words between are `other`.
/// Rejects  a row behind UNION that cannot be read, up to the next statement. A statement whose first row cannot be
///          read, as one that selects FROM a table, is `other`.
class SqlRowReader : protected SqlInsertReader {
 protected:
  SqlRowReader(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
               std::string& cut_because)
      : SqlInsertReader(window, dialect, std::move(info), sink, progress, cut_because), row_(dialect, most_columns_) {}

  /// Reads the statement at at_. With too little text it brings in more and takes nothing; then it is called again.
  Status read_rows(SqlHead head, SqlRowForm form);

 private:
  enum class Found : std::uint8_t { row, nothing, need_more };
  Result<Found> find_row(SqlRowForm form, std::size_t from, std::deque<std::string>& kept);
  Status take_row();
  /// Passes FROM DUAL and UNION [ALL] SELECT; false when no further row comes.
  Result<bool> pass_union();
  Result<bool> take_word(std::string_view word);
  Status end_statement();
  Status refuse_row();

  SqlRowParser row_;
};

}  // namespace sidik::ingest
