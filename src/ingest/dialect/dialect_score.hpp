#pragma once

#include <string>

#include "ingest/dialect/head_reading.hpp"

namespace sidik::ingest {

/// Between 0 and about 1: how table-like the head is under a dialect. One column scores low, so that any steady split
/// wins, unless nearly every line is one value by itself (an address, a date, a hash).
///
/// Source   consistency of row lengths and cell types after van den Burg, Nazabal and Sutton 2019.
[[nodiscard]] double table_likeness(const HeadReading& reading, const std::string& delimiter);

}  // namespace sidik::ingest
