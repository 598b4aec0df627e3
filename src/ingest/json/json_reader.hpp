#pragma once

#include "ingest/encoding/text_window.hpp"
#include "ingest/table_writer.hpp"

namespace sidik::ingest {

/// Reads JSON lines (or objects one after the other) or an array of objects to its end. An only object that holds an
/// array of two or more objects is a wrapper: the largest such array is the table. An only object whose values are
/// objects of like shape is a map of records, and so is such a map inside it: the key is the first column, named "key".
/// Arrays of the same length, in an array or line by line, are records without names.
///
/// Output   one record an object, nested members as a.b; an element that is no object is a reject; what is not JSON is
/// a reject
///          up to the line's end.
/// Errors   ingest.no_table (JSON without objects), ingest.json_invalid (no record, and it is not JSON),
///          ingest.too_many_columns (limit), those of the sink. A text that ends inside a value tells it in
///          `cut_because`.
Status read_json(TextWindow& window, TableInfo info, RecordSink& sink, ReadProgress& progress,
                 std::string& cut_because);

}  // namespace sidik::ingest
