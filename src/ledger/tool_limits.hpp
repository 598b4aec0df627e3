#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sidik::ledger {

/// The sizes that a table can be said to have.
struct TableSizes {
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;
  std::uint64_t lines = 0;
  bool header = false;
};

/// A sentence when one of the sizes stands exactly at a tool's limit, for then the table may have been cut there;
/// nothing otherwise. `table` names it in the sentence.
[[nodiscard]] std::optional<std::string> at_tool_limit(const std::string& table, const TableSizes& sizes);

}  // namespace sidik::ledger
