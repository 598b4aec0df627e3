#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "ingest/sql/sql_cursor.hpp"
#include "ingest/sql/sql_lexer.hpp"
#include "ingest/sql/sql_resume.hpp"

namespace sidik::ingest {

/// The part of the SQL reader that passes what is no data: blanks, comments, statements, and what cannot be read.
class SqlPassage : protected SqlCursor {
 protected:
  SqlPassage(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress)
      : SqlCursor(window, std::move(info), sink, progress),
        lexer_(dialect),
        most_columns_(progress.context.limits.columns),
        resume_(dialect, most_columns_) {}

  /// Takes white space and comments; false at the end of the text.
  Result<bool> skip_blanks();
  /// Takes a statement up to its delimiter; it ends too where a line begins a statement that matters, because scripts
  /// of Transact-SQL need no delimiter. A routine ends only at its delimiter or at GO.
  Status skip_rest(bool is_routine);
  Status skip_line();
  /// Takes what cannot be read, as other, up to a line that begins a statement that matters.
  Status skip_to_statement();
  /// The token at at_, whole, unless it is too long.
  Result<SqlToken> whole_token();
  Result<bool> is_at_delimiter();
  /// Moves at_ to the place where reading can go on, through `take`; the first byte is always passed.
  template <class Take>
  Result<SqlResume::Place> find_resume(std::size_t values, Take&& take) {
    resume_.begin(values);
    std::size_t next = at_ + 1;
    while (goes_on()) {
      const auto [place, at] = resume_.look(text(), next, is_last(), passed_);
      next = at;
      if (place != SqlResume::Place::need_more) {
        take(next);
        return place;
      }
      take(next);
      SIDIK_TRY([[maybe_unused]] const bool got, more());
      next = at_;
    }
    return SqlResume::Place::end;
  }

  SqlLexer lexer_;
  std::size_t most_columns_;
  SqlResume resume_;
  std::string delimiter_;      ///< MySQL's; empty: a semicolon
  bool has_new_line_ = false;  ///< whether skip_blanks() passed a line end

 private:
  /// Whether a statement that matters, or GO, begins at at_, the first token of a line.
  Result<bool> ends_at_line(bool is_routine);
};

}  // namespace sidik::ingest
