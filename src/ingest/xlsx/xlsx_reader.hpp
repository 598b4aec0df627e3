#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/reader.hpp"
#include "ingest/table_writer.hpp"
#include "ingest/unpack/unpacker.hpp"

namespace sidik::ingest {

/// Whether a zip archive could be a workbook, by its name and its first member: then it is worth looking inside.
[[nodiscard]] bool may_be_xlsx(std::string_view head, std::string_view name);

/// Whether an archive holds a workbook of Office Open XML.
[[nodiscard]] Result<bool> is_xlsx(const ArchiveBytes& archive, const UnpackTerms& terms);

/// Reads every sheet of a workbook as a table `name/sheet`, hidden sheets too, in the order of the workbook.
///
/// Output   what read_sheet says; `skipped` names the sheets without a record.
/// `archive` can be opened again.
/// Errors   ingest.xlsx_damaged (the parts that name the sheets are unreadable), ingest.no_record, ingest.encrypted
///          (refused), ingest.strings_too_large and those of the archive (limit), those of the sink. `cut_because` is
///          set when a part is damaged or cut.
/// Cost     three passes over the archive's directory, more (64 at most) where the sheets lie in another order; each
/// part
///          once; memory for the shared texts.
/// Source   ECMA-376 part 1 (SpreadsheetML)
Status read_xlsx(const ArchiveBytes& archive, const UnpackTerms& terms, const std::string& name,
                 const ReadOptions& options, RecordSink& sink, ReadProgress& progress, std::string& cut_because,
                 std::vector<SkippedMember>& skipped);

}  // namespace sidik::ingest
