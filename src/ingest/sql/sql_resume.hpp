#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "ingest/sql/sql_head.hpp"
#include "ingest/sql/sql_tuple.hpp"

namespace sidik::ingest {

/// Finds the place where reading can go on behind something that cannot be read: a tuple of the right number of values
/// behind a comma, a line that begins a statement that matters, the semicolon at the end of a statement.
///
/// What is decided depends on the bytes alone, never on where the window ends: a candidate is looked at only with
/// kLookahead bytes behind it, or at the end of the text.
/// Cost     a text can be made so that every candidate takes a long look that comes to nothing. Such looks are charged,
///          and none is allowed that would cost more than a constant and kLooksAByte times the text passed: then the
///          candidate is passed over.
class SqlResume {
 public:
  static constexpr std::size_t kLookahead = std::size_t{1} << 16;
  enum class Place : std::uint8_t { tuple, statement, end, need_more };
  static constexpr std::size_t kNoTuples = ~std::size_t{0};

  SqlResume(SqlDialect dialect, std::size_t most_columns);

  /// Counts bytes that were looked at in vain.
  void charge(std::uint64_t bytes) { spent_ += bytes; }
  [[nodiscard]] bool may_look(std::uint64_t position) const { return spent_ <= kFreeLooks + kLooksAByte * position; }

  /// `values`: of a tuple that is looked for; 0: any number; kNoTuples: only statements are.
  void begin(std::size_t values);
  struct Found {
    Place place;
    std::size_t at;  ///< with need_more: up to here there is nothing
  };
  /// Looks from text[at] on, where the look before ended; `passed`: bytes of text before text[0].
  Found look(std::string_view text, std::size_t at, bool is_last, std::uint64_t passed);

  /// What begins at text[at]; need_more when too little of the text is there to say.
  SqlKind kind_at(std::string_view text, std::size_t at, bool is_last);
  /// Whether the line from `at` to `end` is the head of a COPY.
  [[nodiscard]] bool is_copy_at(std::string_view text, std::size_t at, std::size_t end) const;
  /// Whether a statement that matters begins inside a quoted text, on a new line behind a semicolon.
  [[nodiscard]] static bool holds_statement(std::string_view quoted);
  /// The first letters of what kind_at() tells from `other`.
  [[nodiscard]] static bool may_begin_statement(char c);

 private:
  static constexpr std::uint64_t kFreeLooks = std::uint64_t{64} << 20;
  static constexpr std::uint64_t kLooksAByte = 16;

  bool is_tuple_at(std::string_view near, std::size_t at);
  bool is_statement_end_at(std::string_view near, std::size_t at, bool is_whole) const;

  SqlLexer lexer_;
  SqlTupleParser probe_;
  std::deque<std::string> kept_;  ///< what the probe decodes
  std::size_t most_columns_;
  std::uint64_t spent_ = 0;
  std::size_t values_ = 0;
  char last_ = 0;         ///< the last character that is no blank
  char before_last_ = 0;  ///< and the one before it
  bool is_line_start_ = false;
};

}  // namespace sidik::ingest
