#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/sql/sql_lexer.hpp"
#include "ingest/sql/sql_tuple.hpp"

namespace sidik::ingest {

/// How a row is written that stands in no parentheses.
enum class SqlRowForm : std::uint8_t {
  assignments,  ///< INSERT ... SET name = 'Siti', town = NULL
  selection,    ///< INSERT ... SELECT 1, 'Siti' UNION ALL SELECT 2, 'Budi' AS name
};

/// Reads one such row up to the word or the semicolon that ends it.
///
/// Output    values as SqlTupleParser gives them; a selection that takes its values FROM a table is unreadable, from
///           DUAL it is not.
/// Lifetime  fields() are views into the text, or into `kept` where a field had escapes.
/// Cost      one pass over the row.
class SqlRowParser {
 public:
  SqlRowParser(SqlDialect dialect, std::size_t most_fields) : lexer_(dialect), dialect_(dialect), most_(most_fields) {}

  /// Parses the row that begins at text[at], behind SET or SELECT.
  TupleStatus parse(SqlRowForm form, std::string_view text, std::size_t at, bool is_last,
                    std::deque<std::string>& kept);
  [[nodiscard]] std::span<const std::string_view> fields() const { return fields_; }
  /// The names that are assigned, or under which values are selected; empty when not every value has one.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// Behind the last value or its name; of what is no row, how far the parser looked.
  [[nodiscard]] std::size_t end() const { return end_; }

 private:
  enum class Next : std::uint8_t { value, row_end, need_more, unreadable };
  Next read_target(std::string_view text, std::size_t& at, bool is_last);
  Next read_value(SqlRowForm form, std::string_view text, std::size_t& at, bool is_last, std::deque<std::string>& kept);
  /// Whether the row ends before the token, outside parentheses.
  [[nodiscard]] bool ends_row(SqlRowForm form, std::string_view text, const SqlToken& token) const;
  Next read_alias(std::string_view text, SqlToken token, std::size_t& at, bool is_last);

  SqlLexer lexer_;
  SqlDialect dialect_;
  std::size_t most_;
  std::vector<std::string_view> fields_;
  std::vector<std::string> names_;
  std::size_t end_ = 0;
};

}  // namespace sidik::ingest
