#include "ingest/dialect/cell_kind.hpp"

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

bool is_mail_local(char c) {
  return text::is_letter(c) || text::is_digit(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
}
bool is_host(char c) { return text::is_letter(c) || text::is_digit(c) || c == '.' || c == '-'; }

/// A colon behind the scheme only before a port: site:user:password is three values.
bool is_url(std::string_view cell) {
  const auto mark = cell.find("://");
  if (mark == std::string_view::npos || mark == 0) return false;
  if (!std::all_of(cell.begin(), cell.begin() + static_cast<std::ptrdiff_t>(mark),
                   [](char c) { return text::is_letter(c); }))
    return false;
  const std::string_view rest = cell.substr(mark + 3);
  if (rest.empty() || rest.find_first_of(" ,;|\t@") != std::string_view::npos) return false;
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) return true;
  const auto slash = rest.find('/');
  const std::string_view port =
      rest.substr(colon + 1, slash == std::string_view::npos || slash < colon ? slash : slash - colon - 1);
  return (slash == std::string_view::npos || slash > colon) && !port.empty() && port.size() <= 5 &&
         std::all_of(port.begin(), port.end(), [](char c) { return text::is_digit(c); }) &&
         rest.find(':', colon + 1) == std::string_view::npos;
}

/// Hours, minutes and perhaps seconds of two digits each.
bool is_clock(std::string_view cell) {
  cell = cell.substr(0, cell.find_first_of("., Z+"));
  if (cell.size() != 5 && cell.size() != 8) return false;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (i % 3 == 2 ? cell[i] != ':' : !text::is_digit(cell[i])) return false;
  }
  return cell[0] <= '2' && cell[3] <= '5';
}

bool is_colon_hex(std::string_view cell) {
  const auto colons = std::count(cell.begin(), cell.end(), ':');
  return colons >= 5 && colons <= 7 && cell.find_first_not_of("0123456789abcdefABCDEF:") == std::string_view::npos &&
         cell.size() <= 39;
}

bool is_marked_hash(std::string_view cell) {
  return cell.starts_with('$') && cell.size() >= 20 && std::count(cell.begin(), cell.end(), '$') >= 2 &&
         cell.find_first_of(" :;|\t@") == std::string_view::npos;
}

}  // namespace

bool is_mail(std::string_view cell) {
  const auto at = cell.find('@');
  if (at == 0 || at == std::string_view::npos) return false;
  const std::string_view host = cell.substr(at + 1);
  return std::all_of(cell.begin(), cell.begin() + static_cast<std::ptrdiff_t>(at), is_mail_local) &&
         host.find('.', 1) != std::string_view::npos && std::all_of(host.begin(), host.end(), is_host);
}

bool is_whole_value(std::string_view cell) {
  cell = text::trim(cell);
  if (is_mail(cell) || is_url(cell) || is_clock(cell) || is_colon_hex(cell) || is_marked_hash(cell)) return true;
  return cell_kind(cell) == CellKind::date && cell.find_first_of(",;|\t") == std::string_view::npos;
}

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
