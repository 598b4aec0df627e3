#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/sql/sql_lexer.hpp"

namespace sidik::ingest {

enum class SqlKind : std::uint8_t {
  insert,         ///< INSERT or REPLACE ... VALUES; end: behind VALUES
  insert_set,     ///< INSERT or REPLACE ... SET; end: behind SET
  insert_select,  ///< INSERT or REPLACE ... SELECT; end: behind SELECT
  copy,           ///< COPY ... FROM stdin; end: behind the line end where the data begins
  create_table,   ///< CREATE TABLE name (; end: at the parenthesis
  routine,        ///< CREATE TRIGGER, PROCEDURE, FUNCTION, EVENT: a body with statements of its own
  go,             ///< a line with GO
  delimiter,      ///< MySQL's DELIMITER; name: the delimiter
  other,
  need_more,  ///< the text ends inside the head and more may come
};

/// How the lines of a COPY are written.
struct CopyFormat {
  bool is_csv = false;
  bool has_header = false;
  char delimiter = '\t';
  char quote = '"';
  char escape = '"';
  std::string null;  ///< how NULL is written; empty: \N in text, nothing in CSV
};

/// The head of a statement: what it is, of which table.
struct SqlHead {
  SqlKind kind = SqlKind::other;
  std::string name;                  ///< schema.table, without quotes
  std::vector<std::string> columns;  ///< as listed in the statement; empty: no list
  std::size_t end = 0;
  CopyFormat copy;         ///< of COPY
  std::size_t looked = 0;  ///< how far the text was looked at
};

/// Whether a statement of any dialect, or a line of a client, begins with the word.
[[nodiscard]] bool is_statement_word(std::string_view word);
/// Whether a clause begins with the word that may stand behind the tuples of an INSERT.
[[nodiscard]] bool is_clause_word(std::string_view word);

/// Reads the head of the statement that begins at text[at], where no blank and no comment stands.
/// Cost     one pass over the head. A list of more than `most_columns` or a name of more than 256 bytes makes it
/// `other`.
[[nodiscard]] SqlHead read_sql_head(const SqlLexer& lexer, std::string_view text, std::size_t at, bool is_last,
                                    std::size_t most_columns);

/// What a CREATE TABLE says of its columns.
struct SqlSchema {
  std::vector<std::string> columns;
  std::vector<bool> is_generated;  ///< by the database: IDENTITY, GENERATED, AS (...); a row need not name it
  std::size_t end = 0;             ///< behind the closing parenthesis
};
enum class SchemaStatus : std::uint8_t { ok, none, need_more };

/// Reads the column definitions from the parenthesis at text[at] to the closing one. `none`: they cannot be read.
SchemaStatus read_sql_schema(const SqlLexer& lexer, std::string_view text, std::size_t at, bool is_last,
                             std::size_t most_columns, SqlSchema& schema);

}  // namespace sidik::ingest
