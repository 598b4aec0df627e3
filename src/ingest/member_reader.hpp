#pragma once

#include <string>

#include "ingest/byte_source.hpp"
#include "ingest/reader.hpp"
#include "ingest/survey.hpp"
#include "ingest/table_writer.hpp"

namespace sidik::ingest {

/// Reads one member's text into the sink: encoding, format, dialect, records.
///
/// `reopen`, when given, opens the same text again: a long one is surveyed before it is read.
/// Errors   those of read_exhibits that concern one text. `cut_because` is set when the text ended before its time.
Status read_member(ByteSource& source, const std::string& name, const ReadOptions& options, RecordSink& sink,
                   ReadProgress& progress, std::string& cut_because, const Reopen& reopen = {});

}  // namespace sidik::ingest
