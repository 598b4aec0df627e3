#include "ingest/cell_kind.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

bool is_number(std::string_view cell) {
  if (cell.starts_with('(') && cell.ends_with(')')) cell = cell.substr(1, cell.size() - 2);
  std::size_t digits = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    if (text::is_digit(c))
      ++digits;
    else if (c == '.' || c == ',' || c == '%' || c == '$' || c == '+' || c == '-' || c == 'e' || c == 'E')
      ++others;
    else
      return false;
  }
  return digits > 0 && others <= digits + 2;
}

/// Digits in groups split by one kind of mark, for example 2021-05-20 or 10:30:00, with an optional tail after a blank
/// or T.
bool is_marked_digits(std::string_view cell, std::string_view marks, std::size_t least_groups) {
  std::size_t groups = 0;
  std::size_t run = 0;
  char mark = 0;
  for (const char c : cell) {
    if (text::is_digit(c)) {
      if (run++ == 0) ++groups;
      if (run > 4) return false;
    } else if (marks.find(c) != std::string_view::npos && run > 0 && (mark == 0 || mark == c)) {
      mark = c;
      run = 0;
    } else {
      return false;
    }
  }
  return run > 0 && groups >= least_groups && groups <= 4;
}

bool is_time(std::string_view cell) {
  const auto tail = cell.find_first_of("., apAPZ+");
  return is_marked_digits(cell.substr(0, tail), ":", 2);
}

/// A month's name between a day and a year: 8 Dec 2022, Dec 8, 2022, 08-Dec-2022.
bool is_worded_date(std::string_view cell) {
  std::size_t numbers = 0;
  std::size_t letters = 0;
  bool has_year = false;
  for (std::size_t i = 0; i < cell.size();) {
    std::size_t end = i;
    while (end < cell.size() && text::is_digit(cell[end])) ++end;
    if (end > i) {
      if (end - i > 4 || end - i == 3) return false;
      has_year = has_year || end - i == 4;
      ++numbers;
      i = end;
      continue;
    }
    if (text::is_letter(cell[i]))
      ++letters;
    else if (std::string_view(" ,.-/").find(cell[i]) == std::string_view::npos)
      return false;
    ++i;
  }
  return has_year && numbers == 2 && letters >= 3 && letters <= 9;
}

CellKind without_digits_marks(std::string_view cell) {
  bool has_blank = false;
  bool has_strange = false;
  bool has_list_mark = false;  // stands in a text with blanks; without them it rather delimits
  std::size_t letters = 0;
  for (const char c : cell) {
    if (text::is_letter(c) || text::is_digit(c) || static_cast<unsigned char>(c) >= 0x80)
      ++letters;
    else if (c == ' ')
      has_blank = true;
    else if (std::string_view(",;\"").find(c) != std::string_view::npos)
      has_list_mark = true;
    else if (std::string_view("_-.'/&()#+:!?%").find(c) == std::string_view::npos)
      has_strange = true;
  }
  if (letters == 0 || has_strange || (has_list_mark && !has_blank)) return CellKind::other;
  return has_blank ? CellKind::words : CellKind::token;
}

bool is_address(std::string_view cell) {
  if (cell.find(' ') != std::string_view::npos) return false;
  const auto at = cell.find('@');
  if (at != std::string_view::npos)
    return at > 0 && cell.find('.', at) != std::string_view::npos && cell.find('@', at + 1) == std::string_view::npos;
  return cell.find("://") != std::string_view::npos || cell.starts_with("www.");
}

}  // namespace

CellKind cell_kind(std::string_view cell) {
  cell = text::trim(cell);
  if (cell.empty()) return CellKind::empty;
  if (std::count(cell.begin(), cell.end(), '.') == 3 && is_marked_digits(cell, ".", 4)) return CellKind::address;
  if (is_marked_digits(cell, "-/.", 3)) return CellKind::date;
  if (is_time(cell)) return CellKind::time;
  if (is_number(cell)) return CellKind::number;
  const auto split = cell.find_first_of(" T");
  if (split != std::string_view::npos && is_marked_digits(cell.substr(0, split), "-/.", 3) &&
      is_time(cell.substr(split + 1)))
    return CellKind::date;
  if (is_worded_date(cell)) return CellKind::date;
  if (is_address(cell)) return CellKind::address;
  return without_digits_marks(cell);
}

}  // namespace sidik::ingest
