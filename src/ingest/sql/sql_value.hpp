#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "ingest/sql/sql_escapes.hpp"
#include "ingest/sql/sql_lexer.hpp"

namespace sidik::ingest {

/// What a value stands for that is more than a literal, told token by token: a literal with a cast or a collation, a
/// typed literal, a conversion around a literal; else its own text.
///
/// Order of calls   add*, then value. `add` returns false when the tokens are no value, for example a string followed
/// by a word: then a quote was lost.
class SqlValue {
 public:
  SqlValue(std::string_view text, SqlDialect dialect) : text_(text), dialect_(dialect) {}

  /// `depth`: how many parentheses and brackets of this value are open around the token, its own not counted.
  bool add(const SqlToken& token, std::size_t depth);
  [[nodiscard]] bool is_empty() const { return last_ == Kind::none; }
  /// The field; texts that are decoded go to `kept`.
  std::string_view value(std::deque<std::string>& kept) const;

 private:
  enum class Kind : std::uint8_t { none, word, string, sign, opening, closing };
  /// Where the literal inside a conversion stands: CAST(literal AS type), CONVERT(type, literal).
  enum class Inside : std::uint8_t { no_conversion, type_or_literal, literal, in_literal, behind };

  [[nodiscard]] Kind kind_of(const SqlToken& token) const;
  bool add_outside(const SqlToken& token, Kind kind);
  void add_inside(const SqlToken& token, Kind kind, std::size_t depth);
  void open_call(std::string_view name);
  void take_literal(const SqlToken& token, Kind kind);
  [[nodiscard]] bool is_typed_literal_word() const;
  [[nodiscard]] std::string_view written(const SqlToken& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }
  [[nodiscard]] std::string_view content(const SqlToken& token, std::deque<std::string>& kept) const;

  std::string_view text_;
  SqlDialect dialect_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;     ///< of the value without its cast
  std::size_t tokens_ = 0;  ///< outside parentheses
  Kind last_ = Kind::none;  ///< of the last token outside parentheses
  SqlToken last_token_{SqlTokenKind::end};
  bool is_cast_ = false;    ///< behind :: or COLLATE; nothing more counts
  bool is_string_ = false;  ///< the value is the string `literal_`
  Inside inside_ = Inside::no_conversion;
  Kind literal_kind_ = Kind::none;
  SqlToken literal_{SqlTokenKind::end};
};

}  // namespace sidik::ingest
