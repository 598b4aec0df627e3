#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/sql/sql_escapes.hpp"
#include "ingest/sql/sql_lexer.hpp"

namespace sidik::ingest {

enum class TupleStatus : std::uint8_t {
  record,      ///< fields() and end() are set
  need_more,   ///< the text ends inside the tuple and more may come
  unreadable,  ///< no list of values
  unclosed,    ///< the text ends inside the tuple and nothing more comes
};

/// Reads the values of one tuple: (1, 'it''s', NULL, 0x4d, '2020-01-02'::date, CAST(N'x' AS nvarchar(9))).
///
/// Output    a string decoded; a number, a word or a binary literal as written; NULL as an empty field. A cast, a
///           conversion and a typed literal (DATE '...') give the literal inside; replace(...) of SQLite's dumps its
///           result; any other expression its text.
/// Lifetime  fields() are views into the text, or into `kept` where a field had escapes.
/// Cost      one pass over the tuple; parentheses are counted, at most kDeepest deep.
class SqlTupleParser {
 public:
  static constexpr std::size_t kDeepest = 32;

  /// `most_fields`: a tuple with more of them is unreadable.
  SqlTupleParser(SqlDialect dialect, std::size_t most_fields)
      : lexer_(dialect), dialect_(dialect), most_(most_fields) {}

  /// Parses the tuple that begins at text[at], an opening parenthesis.
  TupleStatus parse(std::string_view text, std::size_t at, bool is_last, std::deque<std::string>& kept);
  [[nodiscard]] std::span<const std::string_view> fields() const { return fields_; }
  /// One past the closing parenthesis; when there is none, how far the parser looked.
  [[nodiscard]] std::size_t end() const { return end_; }

 private:
  enum class ValueEnd : std::uint8_t { comma, closing, need_more, unreadable, unclosed, slow };
  /// A plain string or bare value followed by a comma or a parenthesis; `slow` for all else.
  ValueEnd read_plain(std::string_view text, std::size_t& at, std::deque<std::string>& kept);
  /// Any value, from its first character on.
  ValueEnd read_expression(std::string_view text, std::size_t& at, bool is_last, std::deque<std::string>& kept);
  void keep_string(std::string_view content, bool has_escapes, SqlEscapes escapes, char quote,
                   std::deque<std::string>& kept);

  SqlLexer lexer_;
  SqlDialect dialect_;
  std::size_t most_;
  std::vector<std::string_view> fields_;
  std::size_t end_ = 0;
};

}  // namespace sidik::ingest
