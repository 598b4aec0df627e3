#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "ingest/sql/sql_passage.hpp"
#include "ingest/sql/sql_tuple.hpp"

namespace sidik::ingest {

/// The part of the SQL reader that is for the tuples behind VALUES: each is a record of the table at hand.
///
/// Bytes    a record is its tuple with the parentheses; what stands between tuples is `other`.
/// Rejects  a tuple that cannot be read, up to the place where reading can go on (SqlResume).
class SqlInsertReader : protected SqlPassage {
 protected:
  SqlInsertReader(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
                  std::string& cut_because)
      : SqlPassage(window, dialect, std::move(info), sink, progress),
        cut_because_(cut_because),
        tuple_(dialect, most_columns_),
        other_tuple_(with_other_backslashes(dialect), most_columns_) {}

  /// Reads from behind VALUES to behind the statement. A text that ends earlier is told in `cut_because`.
  Status read_values();

  std::string& cut_because_;
  enum class After : std::uint8_t { comma, tuple, statement };  ///< what is to be read next

 private:
  static SqlDialect with_other_backslashes(SqlDialect dialect) {
    dialect.has_backslashes = !dialect.has_backslashes;
    return dialect;
  }

  /// VALUES ROW(1, 2), ROW(3, 4) of MySQL 8.
  Result<bool> take_row_word();
  Result<After> read_tuple();
  /// Whether the tuple reads well when backslashes mean the other thing: dialects are guessed, and dumps are merged.
  Result<bool> read_other_way();
  /// Refuses from here to the next place where a tuple or a statement begins.
  Result<After> refuse(table::RejectReason reason);
  /// Behind a tuple: a comma and another tuple, or the end of the statement; false when nothing more of it comes.
  Result<bool> pass_comma();
  /// Values that a tuple of the statement should have; 0: not known yet.
  [[nodiscard]] std::size_t expected() const { return owner_->is_bound ? owner_->expected : owner_->listed.size(); }

  SqlTupleParser tuple_;
  SqlTupleParser other_tuple_;
};

}  // namespace sidik::ingest
