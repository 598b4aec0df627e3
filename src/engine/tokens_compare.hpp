#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "engine/token_file.hpp"
#include "findings/document.hpp"

namespace sidik::engine {

struct TokenComparison {
  std::vector<findings::Overlap> overlaps;
  bool rows_compared = false;
};

/// What two token files of one key share: rows where a table of each has the same columns, and each kind of value.
/// Neither dump nor the key is needed. `here` is the first file.
/// Output    overlaps of distinct rows and values, rows first; `with` and `kind` are the second file and `leak`.
/// Errors    those of the files; engine.tokens_keys_differ (refused).
/// Cost      one reading of both files: the tokens are sorted, so they are merged.
[[nodiscard]] Result<TokenComparison> compare_tokens(const std::string& here, const std::string& there);
[[nodiscard]] std::string to_json(const TokenComparison& comparison);

}  // namespace sidik::engine
