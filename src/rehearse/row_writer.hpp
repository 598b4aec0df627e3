#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "rehearse/columns.hpp"
#include "rehearse/defects.hpp"
#include "rehearse/origin.hpp"
#include "rehearse/random_stream.hpp"

namespace sidik::rehearse {

/// How the seller's file is written; drawn from the seed.
struct FileShape {
  enum class End : std::uint8_t { line_end, no_line_end, trailer, cut };
  char delimiter = ',';
  bool byte_order_mark = false;
  char quote = '"';
  bool backslash = false;  ///< a backslash escapes quotes and itself inside quotes; else they are doubled
  bool quotes_everything = false;
  bool spaced_quotes = false;       ///< blanks stand around quoted fields
  bool trailing_delimiter = false;  ///< every line of the table ends in a delimiter
  enum class LineEnd : std::uint8_t { usual, lone_cr, any };
  LineEnd line_ends = LineEnd::usual;  ///< usual: by `crlf`; any: each line has one of the three
  bool crlf = false;                   ///< the usual line end; some lines have the other one
  std::uint32_t other_line_end = 0;    ///< per million lines
  std::uint32_t other_quoting = 0;     ///< per million rows
  End end = End::line_end;
  bool shuffled = true;  ///< else the origins stand one behind the other
};
[[nodiscard]] FileShape draw_file_shape(std::uint64_t seed);

/// What became of a row that was meant to be a record.
enum class RowShape : std::uint8_t { whole, torn_in_two, cut_short, extra_delimiters };

/// Writes rows as delimited text whose reading is never arguable: a field is quoted when it must be, a raw quote stands
/// inside an unquoted field but never in front, and a torn row falls into lines that do not have the fields of a
/// record.
class RowWriter {
 public:
  explicit RowWriter(const FileShape& shape) : shape_(shape) {}

  /// Appends the row and its line end. `repeats` rows take another quoting more often.
  DefectSet append_record(std::string& out, const Record& record, QuoteHabit habit, bool repeats,
                          RandomStream& stream) const;
  /// Appends what is left of a row: one line, or two for torn_in_two. The record's texts lose what would need quotes.
  void append_torn(std::string& out, Record& record, RowShape shape, RandomStream& stream) const;
  void append_header(std::string& out, std::span<const ColumnFact> columns, RandomStream& stream) const;
  /// Whether the line got the other line end.
  bool append_line_end(std::string& out, RandomStream& stream) const;
  [[nodiscard]] const FileShape& shape() const { return shape_; }

 private:
  void append_field(std::string& out, const std::string& field, bool quoted) const;
  [[nodiscard]] bool needs_quotes(const std::string& field) const;

  FileShape shape_;
};

}  // namespace sidik::rehearse
