#include "ledger/alarms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <utility>

#include "ledger/grouped_number.hpp"
#include "ledger/tool_limits.hpp"

namespace sidik::ledger {
namespace {

using Alarms = std::vector<findings::Alarm>;

/// Lower case without the marks that writers set as they like: "E-Mail", "e_mail" and "email" are one word.
std::string plain(std::string_view word) {
  std::string letters;
  for (const char letter : word) {
    if (letter >= 'A' && letter <= 'Z') {
      letters.push_back(static_cast<char>(letter - 'A' + 'a'));
    } else if (std::string_view(" -_.").find(letter) == std::string_view::npos) {
      letters.push_back(letter);
    }
  }
  return letters;
}

std::string place(const TableFacts& table, const ColumnFacts& column) {
  if (column.name.empty()) return fmt::format("column {} of {}", column.position, table.name);
  return fmt::format("column {} ({}) of {}", column.position, column.name, table.name);
}

bool holds(const ColumnFacts& column, const SoldColumn& sold) {
  if (std::ranges::find(sold.meanings, column.meaning) != sold.meanings.end()) return true;
  const std::string word = plain(sold.word);
  const std::string_view meaning = column.meaning;
  return plain(meaning) == word || plain(meaning.substr(meaning.rfind('.') + 1)) == word ||
         (!column.name.empty() && plain(column.name) == word);
}

void look_at_sold(const AlarmInput& input, Alarms& alarms) {
  for (const SoldColumn& sold : input.sold) {
    bool is_there = false;
    bool is_filled = false;
    for (const TableFacts& table : input.tables) {
      for (const ColumnFacts& column : table.columns) {
        if (!holds(column, sold)) continue;
        is_there = true;
        is_filled = is_filled || column.filled > 0;
      }
    }
    if (is_filled) continue;
    alarms.push_back(
        {"sold_but_absent", is_there ? fmt::format("'{}' was advertised; its column is there but empty.", sold.word)
                                     : fmt::format("'{}' was advertised, but no column holds it.", sold.word)});
  }
}

void look_at_rows(const TableFacts& table, Alarms& alarms) {
  const TableSizes sizes{table.records, table.rejected, table.lines, table.header};
  if (auto says = at_tool_limit(table.name, sizes)) alarms.push_back({"tool_limit", std::move(*says)});
  if (table.headers_inside > 0) {
    alarms.push_back({"header_inside",
                      fmt::format("{} holds its header line {} more time{} between the records: it was put "
                                  "together from several exports.",
                                  table.name, grouped(table.headers_inside), table.headers_inside == 1 ? "" : "s")});
  }
  if (table.has_trailer) {
    alarms.push_back(
        {"trailer_line", fmt::format("{} ends with a line that is no record but a tool's closing line.", table.name)});
  }
}

void look_at_columns(const TableFacts& table, Alarms& alarms) {
  for (const ColumnFacts& column : table.columns) {
    if (!column.header_meaning.empty() && column.meaning != "unknown" && column.header_meaning != column.meaning) {
      alarms.push_back({"lying_header", fmt::format("The header of {} says {}, its values are {}.",
                                                    place(table, column), column.header_meaning, column.meaning)});
    }
  }
  for (const ColumnFacts& column : table.columns) {
    if (column.zeros_lost == 0) continue;
    alarms.push_back(
        {"leading_zeros_lost",
         fmt::format("{} values in {} have lost leading zeros: they went through a spreadsheet or a number type.",
                     grouped(column.zeros_lost), place(table, column))});
  }
  for (const ColumnFacts& column : table.columns) {
    if (column.spreadsheet_damage == 0) continue;
    alarms.push_back(
        {"spreadsheet_damage",
         fmt::format("{} values in {} were turned into numbers with an exponent by a spreadsheet; their last "
                     "digits are gone.",
                     grouped(column.spreadsheet_damage), place(table, column))});
  }
  for (const ColumnFacts& column : table.columns) {
    if (column.cut_numbers == 0) continue;
    alarms.push_back(
        {"spreadsheet_damage",
         fmt::format("{} numbers in {} were cut to 15 digits by a spreadsheet; zeros stand in the place of "
                     "their last digits.",
                     grouped(column.cut_numbers), place(table, column))});
  }
}

}  // namespace

std::vector<SoldColumn> parse_sold(std::string_view text) {
  std::vector<SoldColumn> sold;
  for (const auto part : std::views::split(text, ',')) {
    std::string_view word(part.begin(), part.end());
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    if (!word.empty()) sold.push_back({std::string(word), {}});
  }
  return sold;
}

std::vector<findings::Alarm> raise_alarms(const AlarmInput& input) {
  Alarms alarms;
  if (!input.complete) {
    alarms.push_back({"cut_off", input.incomplete_because.empty()
                                     ? "The file is incomplete: all counts are of what could be read."
                                     : fmt::format("The file is incomplete ({}): all counts are of what could be read.",
                                                   input.incomplete_because)});
  }
  for (const TableFacts& table : input.tables) look_at_rows(table, alarms);
  look_at_sold(input, alarms);
  for (const TableFacts& table : input.tables) look_at_columns(table, alarms);
  return alarms;
}

}  // namespace sidik::ledger
