#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "identify/meaning.hpp"
#include "ingest/reader.hpp"

namespace sidik::engine {

/// Whether a name of a column may be a value of a person: an address of mail or a long number is no name. JSON keys and
/// wrong headers can be such.
[[nodiscard]] bool looks_like_a_value(std::string_view name);

/// The names of a table's columns as a document may show them. Those of a header that was only guessed may be values of
/// a first record: unless they are known headers, they are masked.
[[nodiscard]] std::vector<std::string> shown_names(const ingest::TableInfo& info,
                                                   const identify::MeaningReader& meanings);

}  // namespace sidik::engine
