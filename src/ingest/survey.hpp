#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "base/context.hpp"
#include "ingest/byte_source.hpp"
#include "ingest/dialect/dialect.hpp"
#include "table/record_batch.hpp"

namespace sidik::ingest {

/// A text opened a second time, from its first byte: the file, and what unpacks it when it is packed.
struct ReopenedText {
  std::unique_ptr<FileSource> file;
  std::unique_ptr<ByteSource> unpacked;  ///< null: the file is the text
};
using Reopen = std::function<Result<ReopenedText>()>;

/// Records from all over a text; the batch's fields are views into `texts`.
struct Survey {
  std::deque<std::string> texts;
  table::RecordBatch batch;
};

/// Takes records from places spread evenly over a delimited UTF-8 text, so that what its columns mean is not judged by
/// its first rows alone: dumps are often several sources one after the other.
///
/// Output   some thousand records, in order, at most; none for a text under 8 MiB, whose head tells enough.
/// Errors   those of reading; a place that cannot be read as records, or that may lie inside a quoted field, gives
/// none. Cost     2 MiB read from a plain file; a packed one is unpacked once to its end.
[[nodiscard]] Result<Survey> survey_records(const Reopen& reopen, const Dialect& dialect, const Context& context);

}  // namespace sidik::ingest
