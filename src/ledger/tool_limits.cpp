#include "ledger/tool_limits.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "ledger/grouped_number.hpp"

namespace sidik::ledger {
namespace {

struct ToolLimit {
  std::uint64_t rows;
  bool less_header;  ///< a header takes one of the rows, so one record fewer fits
  const char* tool;
};

// Microsoft, Excel specifications and limits: 65,536 rows a sheet to Excel 2003, 1,048,576 since 2007. The round
// numbers are usual settings of LIMIT and of export dialogues.
constexpr std::array<ToolLimit, 4> kLimits = {{
    {65'536, true, "the rows of a sheet of Excel to 2003, or a 16-bit counter"},
    {100'000, false, "a usual limit of queries and exports"},
    {1'000'000, false, "a usual limit of queries and exports"},
    {1'048'576, true, "the rows of a sheet of Excel since 2007"},
}};

bool stands_at(std::uint64_t count, const ToolLimit& limit) {
  return count == limit.rows || (limit.less_header && count + 1 == limit.rows);
}

}  // namespace

std::optional<std::string> at_tool_limit(const std::string& table, const TableSizes& sizes) {
  const std::uint64_t rows = sizes.records + sizes.rejected;
  const std::array<std::pair<std::uint64_t, const char*>, 4> counts = {{
      {sizes.records, "records"},
      {rows, "records and rejects"},
      {rows + (sizes.header ? 1 : 0), "rows with the header"},
      {sizes.lines, "lines"},
  }};
  for (const auto& [count, what] : counts) {
    for (const ToolLimit& limit : kLimits) {
      if (!stands_at(count, limit)) continue;
      return fmt::format(
          "{} has exactly {} {}: {} is {}. It may have been cut there, so its size says little about what "
          "there was.",
          table, grouped(count), what, grouped(limit.rows), limit.tool);
    }
  }
  return std::nullopt;
}

}  // namespace sidik::ledger
