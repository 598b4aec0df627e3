#pragma once

#include <cstddef>

#include "base/limits.hpp"
#include "base/result.hpp"
#include "ingest/reader.hpp"

namespace sidik::ingest {

/// Why a delimited text gave no record, and what to do: always an error.
/// Errors   ingest.record_too_long (limit), ingest.no_record.
[[nodiscard]] Status refuse_empty_table(const TableAccount& account, std::size_t columns, const Limits& limits);

}  // namespace sidik::ingest
