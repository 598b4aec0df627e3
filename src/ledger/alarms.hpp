#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "findings/document.hpp"

namespace sidik::ledger {

/// What an alarm may look at in a column. `name` stands in the sentences: leave it empty when it is no header.
struct ColumnFacts {
  std::uint32_t position = 0;  ///< from 1
  std::string name;
  std::string meaning = "unknown";
  std::string header_meaning;  ///< what the header alone says; may be empty
  std::uint64_t filled = 0;
  std::uint64_t zeros_lost = 0;          ///< values that have lost leading zeros
  std::uint64_t spreadsheet_damage = 0;  ///< values such as 3.27501E+15
  std::uint64_t cut_numbers = 0;         ///< whole numbers of which a spreadsheet kept 15 digits
};

struct TableFacts {
  std::string name;
  bool header = false;
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;
  std::uint64_t lines = 0;
  std::uint64_t headers_inside = 0;  ///< the header line again, further down
  bool has_trailer = false;          ///< the last line is no record but a tool's closing line
  std::vector<ColumnFacts> columns;
};

/// Something that the advert lists: its word, and the meanings that the packs know for the word (none: the word itself
/// is looked for).
struct SoldColumn {
  std::string word;
  std::vector<std::string> meanings;
};

struct AlarmInput {
  std::vector<TableFacts> tables;
  bool complete = true;
  std::string incomplete_because;  ///< a sentence part, for example: the gzip stream ends early
  std::vector<SoldColumn> sold;
};

/// Splits `--sold NAME,...` at commas; blanks around a name are dropped, empty names too. `meanings` stay empty.
[[nodiscard]] std::vector<SoldColumn> parse_sold(std::string_view text);

/// What a reader must know before he believes a number; the most telling first. Kinds:
///   - cut_off: the file is incomplete.
///   - tool_limit: records, rows or lines stand exactly at a tool's limit (65,536; 100,000; 1,000,000; 1,048,576).
///   - header_inside: header lines between the records: several exports in one file.
///   - trailer_line: a tool's closing line was found.
///   - sold_but_absent: the advert lists it, no column holds it, or the column is empty.
///   - lying_header: the values of a column are something else than its header says.
///   - leading_zeros_lost: a column went through a spreadsheet or a number type.
///   - spreadsheet_damage: long numbers were turned into 3.27501E+15, or cut to 15 digits, and are lost.
[[nodiscard]] std::vector<findings::Alarm> raise_alarms(const AlarmInput& input);

}  // namespace sidik::ledger
