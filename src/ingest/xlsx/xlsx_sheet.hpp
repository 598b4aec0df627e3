#pragma once

#include <string>

#include "ingest/reader.hpp"
#include "ingest/table_writer.hpp"
#include "ingest/xlsx/xlsx_parts.hpp"
#include "ingest/xlsx/xml_stream.hpp"

namespace sidik::ingest {

/// What the cells of a sheet refer to.
struct XlsxContext {
  const XlsxStrings& strings;
  const XlsxStyles& styles;
  bool since_1904 = false;
};

/// Reads the XML of one sheet as it streams by.
///
/// Output   false when it has no record. A record is a `row` element, its span that element in the sheet's XML as it
///          lies unpacked; rows before the table that fill at most half of its columns are `other`, rows without a
///          value `blank`. A row that fills more columns than those before adds columns. A cell's value: texts as they
///          are, numbers as number_in_words tells them, TRUE and FALSE, an error by its word; of a formula its stored
///          value.
/// Errors   those of `part` and `sink`, ingest.too_many_columns (limit). Damaged XML makes the rest of the sheet a
/// reject
///          and is told in `cut_because`.
/// Cost     one pass; memory for a batch, the first 300 rows and the longest row (limits.record_bytes).
[[nodiscard]] Result<bool> read_sheet(ByteSource& part, const XlsxContext& workbook, TableInfo info,
                                      const ReadOptions& options, RecordSink& sink, ReadProgress& progress,
                                      std::string& cut_because);

}  // namespace sidik::ingest
