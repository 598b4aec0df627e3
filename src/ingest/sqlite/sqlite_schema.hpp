#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidik::ingest {

/// What a CREATE TABLE statement says about where a table's values lie.
struct SqliteTable {
  struct Column {
    std::string name;
    std::string if_missing;  ///< the literal DEFAULT, for records that are older than the column; else empty
    bool is_rowid = false;   ///< INTEGER PRIMARY KEY: its value is the key of the record
    bool is_stored = true;   ///< false: generated when it is read, so that there is nothing to read
  };
  std::vector<Column> columns;            ///< as declared
  bool has_rowid = true;                  ///< false: WITHOUT ROWID, the records lie in an index tree
  std::vector<std::size_t> stored_order;  ///< the column of each value of a record
};

/// Reads the statement of an ordinary table as SQLite keeps it; nothing when it is none.
///
/// Cost     O(sql.size()), without recursion.
/// Source   https://www.sqlite.org/lang_createtable.html; https://www.sqlite.org/fileformat2.html, section 2.4
[[nodiscard]] std::optional<SqliteTable> parse_create_table(std::string_view sql);

}  // namespace sidik::ingest
