#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sidik::ingest {

/// A word of SQL as SQLite writes it.
struct SqliteWord {
  enum class Kind : std::uint8_t { end, bare, quoted, text, number, blob, mark };
  Kind kind = Kind::end;
  std::string text;  ///< without quotes, doubled ones made single; a blob's digits; a mark's one character

  /// Whether it is this keyword (given in upper case), without quotes.
  [[nodiscard]] bool is(std::string_view keyword) const;
  [[nodiscard]] bool is_mark(char mark) const { return kind == Kind::mark && text[0] == mark; }
  /// Whether it can name a column: SQLite takes a text in single quotes too.
  [[nodiscard]] bool is_name() const { return kind == Kind::bare || kind == Kind::quoted || kind == Kind::text; }
};

/// Cuts a statement into words; white space and comments are passed over, a quote that is not closed reaches to the
/// end.
class SqliteWords {
 public:
  explicit SqliteWords(std::string_view sql) : sql_(sql) { next(); }
  [[nodiscard]] const SqliteWord& word() const { return word_; }
  void next();
  /// Moves on when the word is this keyword or mark.
  bool take(std::string_view keyword);
  bool take(char mark);

 private:
  void skip_blanks();
  void read_quoted(char closing, SqliteWord::Kind kind);

  std::string_view sql_;
  std::size_t at_ = 0;
  SqliteWord word_;
};

}  // namespace sidik::ingest
