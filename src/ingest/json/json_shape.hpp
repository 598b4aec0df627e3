#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Where in a JSON text the records are, judged by what is there of it.
namespace sidik::ingest {

/// [begin, end) of a text; empty: nothing found.
struct JsonStretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The largest array of two or more objects, or of rows (see holds_rows), inside the object at text[at], at most
/// `levels` objects further down. The object is whole and valid.
[[nodiscard]] JsonStretch find_wrapped_array(std::string_view text, std::size_t at, std::uint32_t most_depth,
                                             int levels);

/// Whether the array at text[at] holds rows: its first two elements are arrays of the same length, two or more. False
/// when they are not whole in the text.
[[nodiscard]] bool holds_rows(std::string_view text, std::size_t at, std::uint32_t most_depth);

/// Whether text[at] is an array of numbers, texts or nothing, with another array or an object on the next line: then
/// each line is a value, and this one is no table.
[[nodiscard]] bool is_first_of_lines(std::string_view text, std::size_t at, std::uint32_t most_depth);

/// Whether arrays stand line by line: two of the same length, two or more, each followed by a line end.
[[nodiscard]] bool is_lines_of_rows(std::string_view text, std::size_t at, std::uint32_t most_depth);

/// Whether the object at text[at] is a map of records: its values are objects, three or more, or two under keys with
/// digits, and each has half of its members in common with the first. `is_only`: nothing may stand behind it, else
/// objects come line by line and each is a record. `is_last`: nothing comes behind the text.
/// Cost     a pass over the first 64 members at most, and over the object when it is whole.
[[nodiscard]] bool is_map_of_records(std::string_view text, std::size_t at, bool is_last, bool is_only,
                                     std::uint32_t most_depth);

/// Where the first map of records begins among the values of the object at text[at]; npos when there is none as far as
/// the text goes.
[[nodiscard]] std::size_t find_wrapped_map(std::string_view text, std::size_t at, bool is_last,
                                           std::uint32_t most_depth);

}  // namespace sidik::ingest
