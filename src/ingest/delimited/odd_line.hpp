#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "ingest/delimited/record_parser.hpp"
#include "ingest/dialect/dialect.hpp"
#include "table/reject.hpp"

namespace sidik::ingest {

/// Settles a record whose quotes do not fit: its first line is read by itself in three lenient ways, unless the line
/// behind it is then no record; else the record over several lines with its inner quotes taken literally; else the
/// first line is refused and reading goes on behind it.
///
/// Output    a record is left in the parser, with its end.
/// Cost      up to eight readings of the record.
/// Lifetime  keeps references to the dialect and the parser.
class OddLine {
 public:
  struct Verdict {
    enum class Kind : std::uint8_t {
      kept,    ///< the parser holds it
      padded,  ///< the parser holds it, and it lacks fields
      refused
    };
    Kind kind = Kind::kept;
    std::size_t end = 0;                                                ///< of what is refused
    table::RejectReason reason = table::RejectReason::quote_irregular;  ///< of what is refused
  };

  OddLine(const Dialect& dialect, RecordParser& parser) : dialect_(dialect), parser_(parser), probe_(dialect) {}

  /// Whether one of three lenient readings of the physical line text[at, end) gives the table's number of fields.
  bool fits_otherwise(std::string_view text, std::size_t at, std::size_t end, std::deque<std::string>& kept);
  /// Whether a record behind the line text[at, end), or behind a reading of it, is not whole: what is decided about the
  /// line must not depend on where the text ends.
  bool is_open_behind(std::string_view text, std::size_t at, std::size_t end, std::deque<std::string>& kept);
  /// What becomes of the record at text[at], whose first line ends at `end` and which is refused for `reason`.
  Verdict settle(std::string_view text, std::size_t at, std::size_t end, bool is_last, table::RejectReason reason,
                 std::deque<std::string>& kept);

 private:
  enum class Next : std::uint8_t { fits, misfits, unknown };
  /// What a strict reading finds at `at`; the parser's own fields stay as they are.
  Next look_at(std::string_view text, std::size_t at, bool is_last, std::deque<std::string>& kept);

  const Dialect& dialect_;
  RecordParser& parser_;
  RecordParser probe_;  ///< looks ahead
};

}  // namespace sidik::ingest
