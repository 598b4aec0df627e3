#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "ingest/sqlite/sqlite_pages.hpp"
#include "table/reject.hpp"

namespace sidik::ingest {

/// A record as it lies in its tree.
struct SqliteCell {
  std::string_view payload;          ///< whole, until the visitor returns
  std::int64_t rowid = 0;            ///< 0 in an index tree
  table::ByteSpan span;              ///< the cell on its page
  std::uint64_t overflow_bytes = 0;  ///< of the payload, on other pages
};

class SqliteVisitor {
 public:
  virtual ~SqliteVisitor() = default;
  virtual Status on_cell(const SqliteCell& cell) = 0;
  /// A cell, a page, or a pointer that leads to no page of the tree; spans of one walk never overlap.
  virtual Status on_damage(table::RejectReason reason, table::ByteSpan span) = 0;
  /// False ends the walk.
  [[nodiscard]] virtual bool goes_on() const = 0;
};

enum class SqliteTreeKind : std::uint8_t { table, index };

/// Hands every record of the tree at `root` to `visitor`, in the order of its keys.
///
/// Output   false when `root` is no page, or one that another tree has.
/// Errors   those of the visitor and of `pages`. Damage is told to the visitor and costs its cell or its page.
/// Cost     every page once; memory for 40 pages and the longest record; a payload longer than `most_bytes` is not
///          gathered (record_too_long).
/// Source   https://www.sqlite.org/fileformat2.html, sections 1.6 and 1.7
[[nodiscard]] Result<bool> walk_tree(SqlitePages& pages, std::uint32_t root, SqliteTreeKind kind,
                                     std::uint64_t most_bytes, SqliteVisitor& visitor);

}  // namespace sidik::ingest
