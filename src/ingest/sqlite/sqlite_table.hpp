#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "ingest/sqlite/sqlite_record.hpp"
#include "ingest/sqlite/sqlite_schema.hpp"
#include "ingest/sqlite/sqlite_tree.hpp"
#include "ingest/table_writer.hpp"
#include "ingest/text_arena.hpp"

namespace sidik::ingest {

/// Turns the records of one tree into records of a table.
///
/// Order of calls   the walk's calls ... flush.
class SqliteTableReader final : public SqliteVisitor {
 public:
  /// `before_first` is called once, before the sink hears of this table.
  SqliteTableReader(const SqliteTable& table, SqliteEncoding encoding, TableInfo info, RecordSink& sink,
                    ReadProgress& progress, std::function<Status()> before_first);

  Status on_cell(const SqliteCell& cell) override;
  Status on_damage(table::RejectReason reason, table::ByteSpan span) override;
  [[nodiscard]] bool goes_on() const override { return !progress_.context.is_cancelled(); }
  /// Hands on what is gathered.
  Status flush();

  [[nodiscard]] TableWriter& writer() { return writer_; }

 private:
  void place_values(const SqliteCell& cell);

  const SqliteTable& table_;
  SqliteEncoding encoding_;
  TableWriter writer_;
  ReadProgress& progress_;
  std::function<Status()> before_first_;
  std::vector<std::size_t> field_of_column_;  ///< columns that are not stored have none
  TextArena arena_;
  std::vector<SqliteValue> values_;
  std::vector<std::string_view> fields_;
};

}  // namespace sidik::ingest
