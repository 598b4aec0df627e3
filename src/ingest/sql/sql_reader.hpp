#pragma once

#include <string>

#include "ingest/encoding/text_window.hpp"
#include "ingest/sql/sql_dialect.hpp"
#include "ingest/table_writer.hpp"

namespace sidik::ingest {

/// Reads an SQL dump to its end: the tuples of INSERT and REPLACE ... VALUES and the lines of COPY ... FROM stdin are
/// records of their tables; statements may interleave. Columns are named by the statement's list, else by CREATE TABLE.
///
/// Bytes    a record is a tuple from ( to ), or a line of COPY with its line end. All else is `other` of the table
/// whose
///          statement it is or that was named last; `header` and `blank` stay 0. What comes before the first table, and
///          what belongs to a table without a record, goes to the account of a table that has one.
/// Rejects  a tuple with too few or too many values; what is no tuple, up to the next place where a tuple of the same
///          number of values, or a statement, begins: a lost quote costs its own tuple and not the dump.
/// Output   `info` comes with everything but name, format and columns. A dump that ends inside a statement with records
///          tells it in `cut_because`.
/// Errors   ingest.no_record (SQL without a record), ingest.too_many_tables, ingest.too_many_columns (limit), those of
///          the sink.
/// Cost     one pass; a tuple longer than limits.record_bytes is refused; places to go on at are looked for in time
///          proportional to the text, whatever is in it.
Status read_sql(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
                std::string& cut_because);

}  // namespace sidik::ingest
