#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/delimited/field_index.hpp"
#include "ingest/dialect/dialect.hpp"

namespace sidik::ingest {

enum class ParseStatus : std::uint8_t {
  record,     ///< fields() and end() are set
  blank,      ///< a line without anything but blanks; end() is set
  need_more,  ///< the text ends inside the record and more may come
  irregular,  ///< a closing quote is followed by something else than a delimiter or a line end
  unclosed,   ///< the text ends inside quotes and nothing more comes
};

/// How a quote inside a quoted field is read that is followed by something else than a delimiter or a line end.
enum class QuoteReading : std::uint8_t {
  strict,         ///< not at all: ParseStatus::irregular
  inner_literal,  ///< it belongs to the value: "12" monitor",x
  closes_anyway,  ///< it closes; what follows belongs to the value, up to the delimiter: "abc"def,x
  no_quotes,      ///< no quote has a meaning in this record
};

/// Splits one record of delimited text into fields, unquoted and unescaped.
///
/// Lifetime  fields() are views into the text, or into `kept` where a field had escapes.
/// Cost      one pass over the record.
class RecordParser {
 public:
  explicit RecordParser(const Dialect& dialect);

  /// Parses the record that begins at text[at]. `is_last`: nothing comes behind the text.
  ParseStatus parse(std::string_view text, std::size_t at, bool is_last, std::deque<std::string>& kept,
                    QuoteReading reading = QuoteReading::strict);
  [[nodiscard]] std::span<const std::string_view> fields() const { return fields_; }
  /// One past the record's line end.
  [[nodiscard]] std::size_t end() const { return end_; }
  /// Whether any field was written in quotes.
  [[nodiscard]] bool had_quotes() const { return had_quotes_; }
  /// The end of the physical line that holds text[at], its line end included; npos when the text ends before and more
  /// may come.
  [[nodiscard]] std::size_t line_end(std::string_view text, std::size_t at, bool is_last) const;

  /// Lets parse() jump from field to field in this very text, where the records are written plainly.
  void look_at(std::string_view text) { index_.look_at(text); }
  /// parse() for a text that was looked at, of records that are written plainly; unclosed for all others.
  ParseStatus parse_ahead(std::string_view text, std::size_t at);

 private:
  enum class FieldEnd : std::uint8_t { delimiter, line, need_more, irregular, unclosed };
  /// Reads a record whose fields are bare, or quoted without escapes and without anything between quote and delimiter;
  /// false for any other, and for one whose end is not in the text.
  bool parse_plainly(std::string_view text, std::size_t at);
  void split_bare(const FieldIndex::Line& line);
  std::size_t split_quoted(const FieldIndex::Line& line);
  static std::size_t last_end(const FieldIndex::Line& line, std::size_t begin);
  [[nodiscard]] ParseStatus settle(std::size_t start);
  FieldEnd parse_field(std::string_view text, std::size_t& at, bool is_last, std::deque<std::string>& kept,
                       QuoteReading reading);
  FieldEnd parse_plain(std::string_view text, std::size_t start, std::size_t& at, bool is_last,
                       std::deque<std::string>& kept);
  FieldEnd parse_quoted(std::string_view text, std::size_t& at, bool is_last, std::deque<std::string>& kept,
                        QuoteReading reading);
  /// What stands at text[at], a place where a field may end: delimiter or line end are consumed; irregular: neither.
  FieldEnd end_of_field(std::string_view text, std::size_t& at, bool is_last) const;
  [[nodiscard]] bool is_delimiter_at(std::string_view text, std::size_t at) const {
    return !delimiter_.empty() && text.substr(at).starts_with(delimiter_);
  }

  std::string delimiter_;
  char quote_;
  char escape_;
  bool lone_cr_ends_line_;
  bool blanks_delimit_;
  bool is_indexable_;
  FieldIndex index_;
  std::array<bool, 256> is_special_{};  ///< bytes at which an unquoted field may end or escape
  std::vector<std::string_view> slow_fields_;
  std::vector<std::string_view> plain_fields_;
  std::span<const std::string_view> fields_;  ///< one of the two
  std::size_t end_ = 0;
  bool had_quotes_ = false;
};

}  // namespace sidik::ingest
