#pragma once

#include <string>
#include <vector>

#include "ingest/byte_source.hpp"
#include "ingest/reader.hpp"
#include "ingest/table_writer.hpp"

namespace sidik::ingest {

/// Reads every table of an SQLite database, one after the other in the order in which they were created, without
/// SQLite: a dump's schema is never run.
///
/// Output   a table of the name `name/table`; records in the order of their keys (not of their offsets). A record's
///          span is its cell; its bytes are the cell and what lies on overflow pages. The tables' bytes add up to the
///          file: each has the pages of its own tree, and the last one told has all other pages besides (schema,
///          indexes, free pages, tables of SQLite's own), so that their bytes are `other`.
///          Values as value_in_words tells them. Virtual generated columns are left out. `skipped` names the tables
///          that are not told (no record, virtual, a statement that is not understood); views and indexes have no
///          records of their own.
/// Errors   ingest.sqlite_damaged, ingest.no_record, ingest.too_many_columns (limit), ingest.schema_too_large (limit),
///          those of the sink. Damage inside costs its cell or page: a reject `record_damaged`.
///          `cut_because` is set when pages are missing or the list of tables is damaged.
/// Cost     every page of a table once, nothing of the others; memory for a batch, 40 pages, the longest record
///          (limits.record_bytes) and the statements (an eighth of limits.memory_bytes at most).
/// Source   https://www.sqlite.org/fileformat2.html
Status read_sqlite(SeekableSource& source, const std::string& name, const ReadOptions& options, RecordSink& sink,
                   ReadProgress& progress, std::string& cut_because, std::vector<SkippedMember>& skipped);

}  // namespace sidik::ingest
