#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/sql/sql_dialect.hpp"

namespace sidik::ingest {

enum class SqlTokenKind : std::uint8_t {
  word,       ///< a word or a number, as written
  name,       ///< "...", `...` or [...], with its quotes
  string,     ///< '...' with its prefix, or $tag$...$tag$
  symbol,     ///< any other character
  end,        ///< nothing more
  need_more,  ///< the text ends inside the token and more may come
  unclosed,   ///< the text ends inside quotes and nothing more comes
};

struct SqlToken {
  SqlTokenKind kind;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Cuts SQL into tokens. It knows nothing of statements; values of tuples have a faster reader (sql_tuple).
///
/// Version comments are read as if their marks were blanks: what stands in /*!40101 ... */ counts.
/// Cost     one pass over the token.
/// Source   the lexical rules of the MySQL 8.0, PostgreSQL 16, SQLite and Transact-SQL manuals.
class SqlLexer {
 public:
  explicit SqlLexer(SqlDialect dialect) : dialect_(dialect) {}

  enum class Blanks : std::uint8_t { done, need_more, unclosed };
  /// Moves `at` behind white space and comments; before a comment that is not whole it stops.
  Blanks skip_blanks(std::string_view text, std::size_t& at, bool is_last) const;
  /// The token that begins at text[at], where no blank and no comment stands.
  [[nodiscard]] SqlToken token_at(std::string_view text, std::size_t at, bool is_last) const;
  /// skip_blanks() and token_at().
  [[nodiscard]] SqlToken next(std::string_view text, std::size_t at, bool is_last) const;

 private:
  [[nodiscard]] static SqlToken quoted(std::string_view text, std::size_t begin, std::size_t at, char quote,
                                       bool has_backslashes, bool is_last);
  [[nodiscard]] static SqlToken bracketed(std::string_view text, std::size_t at, bool is_last);
  [[nodiscard]] static SqlToken dollar_quoted(std::string_view text, std::size_t at, bool is_last);

  SqlDialect dialect_;
};

[[nodiscard]] bool is_sql_blank(char c);
/// Letters, digits, _ $ @ and bytes above 0x7f.
[[nodiscard]] bool is_sql_word(char c);
/// Whether the token is this word; `word` in lower case.
[[nodiscard]] bool is_word(std::string_view text, const SqlToken& token, std::string_view word);
/// Whether the texts are equal but for the case of ASCII letters; `lower` in lower case.
[[nodiscard]] bool equals_folded(std::string_view text, std::string_view lower);
/// A name without its quotes.
[[nodiscard]] std::string unquoted_name(std::string_view written);

}  // namespace sidik::ingest
