#pragma once

#include "ingest/encoding/text_window.hpp"
#include "ingest/fixed/fixed_layout.hpp"
#include "ingest/table_writer.hpp"

namespace sidik::ingest {

/// Reads a text whose columns are aligned (FixedLayout) to its end: a line is a record with its fields trimmed.
///
/// Output   lines of dashes and counts of rows are `other`; a line with text between the columns, or that ends before
///          the second one, is a reject (too_many_fields, too_few_fields); the header once more is header_repeated.
///          `info` comes with everything but the columns; its format becomes fixed_width, or delimited by bars.
/// Errors   ingest.no_record, ingest.record_too_long (limit), those of the sink.
Status read_fixed(TextWindow& window, const FixedLayout& layout, TableInfo info, RecordSink& sink,
                  ReadProgress& progress);

}  // namespace sidik::ingest
