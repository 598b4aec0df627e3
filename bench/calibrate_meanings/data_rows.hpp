#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sidik::bench {

/// The rows of a table of this folder: fields between tabs, lines with # and the line of names left out.
///
/// Output   each row with exactly `fields` fields; the program ends with a message where one has another number, or
///          where the file cannot be read: a bench without its data measures nothing.
[[nodiscard]] std::vector<std::vector<std::string>> data_rows(std::string_view file, std::size_t fields);

}  // namespace sidik::bench
