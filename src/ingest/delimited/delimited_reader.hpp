#pragma once

#include "ingest/dialect/dialect.hpp"
#include "ingest/encoding/text_window.hpp"
#include "ingest/table_writer.hpp"

namespace sidik::ingest {

/// Reads a delimited text to its end: preamble, header, then records and rejects, in one pass.
///
/// A line whose quotes make no sense is read again by itself in three other ways, and kept when one gives the table's
/// number of fields; else the line alone is a reject, so a stray quote never swallows what follows. `info` comes with
/// everything but the columns. Output: whether the table had a record (else the sink heard nothing). Errors
/// ingest.no_record, ingest.record_too_long (limit), those of the sink.
/// `options`, when given: where a run of refused lines is steady under another dialect, the table ends and another
/// begins, named `name#2` and so on, at most 64 of them (NextTable); the bytes of all add up to the member's.
Status read_delimited(TextWindow& window, const Dialect& dialect, const TableInfo& info, RecordSink& sink,
                      ReadProgress& progress, const ReadOptions* options = nullptr);

}  // namespace sidik::ingest
