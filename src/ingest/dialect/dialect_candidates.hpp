#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/reader.hpp"

/// What could delimit, quote, escape and begin comments in a text, by the marks that stand in its head. What the user
/// set is the only candidate. Cost: one pass over `head` a question.
namespace sidik::ingest {

/// At most 24: first the empty one (one column), then characters that could delimit and runs of two to four marks that
/// recur, the most frequent first.
[[nodiscard]] std::vector<std::string> delimiter_candidates(std::string_view head, const ReadOptions& options);

/// Pairs of a quote and its escape; the escape is the quote itself (doubling) or a backslash.
[[nodiscard]] std::vector<std::pair<char, char>> quote_candidates(std::string_view head, const ReadOptions& options);

/// The marks that may begin lines which are no records of the table; empty: no such lines.
[[nodiscard]] std::vector<std::string> comment_candidates(std::string_view head, const ReadOptions& options);

}  // namespace sidik::ingest
