#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/sql/sql_head.hpp"
#include "ingest/table_writer.hpp"

namespace sidik::ingest {

/// One table of a dump, and how the values of the statement at hand fall on its columns.
struct SqlTable {
  SqlTable(RecordSink& sink, TableInfo info, ReadProgress& progress) : writer(sink, std::move(info), progress) {}

  TableWriter writer;
  bool is_bound = false;            ///< whether `order` and `expected` stand; else the first tuple decides
  std::size_t expected = 0;         ///< values of a tuple
  std::vector<std::size_t> order;   ///< the column of each value; empty: as they come
  std::vector<std::string> listed;  ///< the names of the values, when the statement or the schema has them
  std::vector<bool> is_generated;   ///< of `listed`; empty: none is
  bool is_dirty = false;            ///< its batch holds views into the window
  std::uint64_t last_use = 0;
  std::string name;
};

/// The tables of one dump. At most kMostOpen are open at once: the one that was used longest ago is then ended, and
/// told as another table of the same name when it comes again. In the dumps of the usual tools a table's records stand
/// together, so this never happens there.
///
/// A table without a record is never told; its bytes and rejects go to the account of the first that is ended at last.
/// Errors   ingest.too_many_tables, ingest.too_many_columns (limit), those of the sink.
class SqlTables {
 public:
  static constexpr std::size_t kMostOpen = 256;
  static constexpr std::size_t kMostOpenColumns = 32768;  ///< of all open tables together
  static constexpr std::size_t kMostTables = 10000;

  SqlTables(TableInfo model, RecordSink& sink, ReadProgress& progress);

  /// What a CREATE TABLE said; names beyond some megabytes are not kept.
  void remember(const std::string& name, SqlSchema schema);
  /// The table of a statement, opened when it is new, and bound to the statement's list of columns.
  Result<SqlTable*> open(const SqlHead& head);
  /// Decides by the first tuple of a statement that has neither a list nor a schema which fits.
  Status bind(SqlTable& table, std::size_t values);
  /// Says that the table's batch holds texts, so that flush() empties it.
  void mark_dirty(SqlTable& table);
  /// Keeps a record of `expected` values.
  Status add(SqlTable& table, std::span<const std::string_view> values, table::ByteSpan span);

  /// The account and the counts that go with text of no table.
  [[nodiscard]] TableWriter& preface() { return preface_; }
  /// Hands on all batches; called before the window moves.
  Status flush();
  /// Ends all tables; false when none had a record.
  Result<bool> finish();

 private:
  struct Schema {
    std::vector<std::string> columns;
    std::vector<bool> is_generated;
  };

  [[nodiscard]] const Schema* schema_of(std::string_view name) const;
  Result<SqlTable*> add_table(const SqlHead& head);
  Status bind_list(SqlTable& table);
  /// Ends the table used longest ago, but neither the one in use nor the home of what belongs to none.
  Status end_one();
  Status end_while_too_wide();
  Status end(SqlTable& table);

  TableInfo model_;
  RecordSink& sink_;
  ReadProgress& progress_;
  TableWriter preface_;
  std::unordered_map<std::string, std::unique_ptr<SqlTable>> open_;
  std::unordered_map<std::string, Schema> schemas_;  ///< by folded name
  std::size_t schema_bytes_ = 0;
  std::size_t tables_ = 0;
  std::uint64_t uses_ = 0;
  bool had_records_ = false;
  SqlTable* home_ = nullptr;  ///< the last table that got a record; it is open as long as any had one
  std::vector<SqlTable*> dirty_;
  std::vector<std::string_view> fields_;
};

}  // namespace sidik::ingest
