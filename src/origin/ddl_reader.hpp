#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace sidik::origin {

struct DdlColumn {
  std::string name;
  std::string type;          ///< folded, without its length: varchar, int, date
  std::uint32_t length = 0;  ///< in parentheses behind it; 0: none
};
struct DdlTable {
  std::string name;
  std::vector<DdlColumn> columns;
};

/// The tables of CREATE TABLE statements in `text`; constraints and keys are passed over, and so is all else. Names may
/// be quoted in any usual way. At most 1,000 tables of 4,096 columns.
///
/// Errors   origin.no_create_table when there is none.
[[nodiscard]] Result<std::vector<DdlTable>> read_ddl(std::string_view text);

}  // namespace sidik::origin
