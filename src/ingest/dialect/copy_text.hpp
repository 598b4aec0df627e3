#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/reader.hpp"

namespace sidik::ingest {

/// The text format of PostgreSQL's COPY, as a file of its own (also inside pg_dump's tar): fields parted by tabs,
/// without quotes; \t, \n, \\ and so on inside a field, \N for a missing one. MySQL's batch output differs only in the
/// word NULL, which stays a word.
///
/// Whether `head`, the first bytes of a text, is such: every line has the same number of tabs, every backslash begins
/// an escape, and some of them are \N alone in a field or a doubled backslash. `is_whole`: the text ends with the head.
/// What the user set of delimiter, quote and escape makes it no.
[[nodiscard]] bool looks_like_copy_text(std::string_view head, bool is_whole, const ReadOptions& options);

/// The fields of a line of it, decoded: views into the text or into `kept`. `out` is a place for them; the fields
/// themselves where nothing is escaped.
[[nodiscard]] std::span<const std::string_view> decode_copy_fields(std::span<const std::string_view> fields,
                                                                   std::deque<std::string>& kept,
                                                                   std::vector<std::string_view>& out);

}  // namespace sidik::ingest
