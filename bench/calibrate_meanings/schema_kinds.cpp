#include "data_rows.hpp"
#include "rehearsed_table.hpp"

namespace sidik::bench {

std::span<const SchemaKind> schema_kinds() {
  static const std::vector<SchemaKind> kKinds = [] {
    std::vector<SchemaKind> out;
    for (auto& row : data_rows("schema_kinds.tsv", 5))
      out.push_back({std::move(row[0]), row[1] == "yes", std::move(row[2]), std::move(row[3]), std::move(row[4])});
    return out;
  }();
  return kKinds;
}

}  // namespace sidik::bench
