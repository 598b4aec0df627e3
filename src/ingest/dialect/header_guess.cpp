#include "ingest/dialect/header_guess.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "ingest/dialect/cell_kind.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kBodyRecords = 300;

/// How the values below a cell look.
struct Body {
  std::array<std::size_t, 8> kinds{};
  std::size_t filled = 0;
  std::size_t longest = 0;
  std::size_t shortest = std::string::npos;
  bool holds_header = false;
};

Body look_below(const std::vector<std::vector<std::string>>& records, std::size_t column, bool skips_repeats) {
  Body body;
  const std::string& header = records.front()[column];
  for (std::size_t r = 1; r < records.size() && r <= kBodyRecords; ++r) {
    if (column >= records[r].size() || (skips_repeats && records[r] == records.front())) continue;
    const std::string& cell = records[r][column];
    const CellKind kind = cell_kind(cell);
    if (kind == CellKind::empty) continue;
    ++body.kinds[static_cast<std::size_t>(kind)];
    ++body.filled;
    body.longest = std::max(body.longest, cell.size());
    body.shortest = std::min(body.shortest, cell.size());
    body.holds_header = body.holds_header || cell == header;
  }
  return body;
}

bool is_value_kind(CellKind kind) {
  return kind == CellKind::number || kind == CellKind::date || kind == CellKind::time || kind == CellKind::address;
}

/// Above 0 speaks for a header cell.
double vote(const std::string& header, const Body& body, bool is_known_word) {
  const CellKind kind = cell_kind(header);
  double sum = is_known_word ? 1.0 : 0.0;
  if (kind == CellKind::empty) return sum - 0.05;
  if (is_value_kind(kind)) sum -= 1.0;
  if (body.filled == 0) return sum;
  const auto most = std::max_element(body.kinds.begin(), body.kinds.end());
  const auto usual = static_cast<CellKind>(most - body.kinds.begin());
  const bool is_steady = *most * 5 >= body.filled * 4;
  if (is_steady && is_value_kind(usual)) sum += is_value_kind(kind) ? (kind == usual ? -0.5 : 0.0) : 1.5;
  if (body.holds_header && body.filled > 1) sum -= 1.0;
  if (!is_value_kind(usual) && body.filled >= 3 && body.longest == body.shortest && header.size() != body.longest)
    sum += 0.4;
  if (is_steady && usual == CellKind::words && kind == CellKind::token) sum += 0.25;
  const bool is_identifier = header.find('_') != std::string::npos && kind == CellKind::token;
  if (is_identifier && is_steady && usual != CellKind::token) sum += 0.3;
  return sum;
}

/// Three words or more that end as a sentence does.
bool is_sentence(std::string_view cell) {
  cell = text::trim(cell);
  return (cell.ends_with('.') || cell.ends_with('!')) && std::count(cell.begin(), cell.end(), ' ') >= 2;
}

bool is_plain_word(const std::string& cell) {
  const CellKind kind = cell_kind(cell);
  return !is_sentence(cell) && (kind == CellKind::token || kind == CellKind::words) && cell.size() <= 40 &&
         !text::is_digit(text::trim(cell).front());
}

/// A header may recur further down; when the first row recurs often, or is one cell, it is rather a value.
bool recurs_like_a_header(const std::vector<std::vector<std::string>>& records) {
  std::size_t repeats = 0;
  for (std::size_t r = 1; r < records.size(); ++r) repeats += records[r] == records.front();
  return records.front().size() > 1 && repeats * 5 <= records.size();
}

bool is_year(std::string_view cell) {
  cell = text::trim(cell);
  return cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")) &&
         std::all_of(cell.begin(), cell.end(), [](char c) { return text::is_digit(c); });
}

/// A word and then two or more distinct years, above columns that rarely hold years.
bool is_header_of_years(const std::vector<std::vector<std::string>>& records) {
  const auto& first = records.front();
  if (first.size() < 3 || !is_plain_word(first.front())) return false;
  if (std::set<std::string>(first.begin(), first.end()).size() < first.size()) return false;
  if (!std::all_of(first.begin() + 1, first.end(), is_year)) return false;
  std::size_t numbers = 0;
  std::size_t years = 0;
  std::size_t cells = 0;
  for (std::size_t r = 1; r < records.size() && r <= kBodyRecords; ++r) {
    for (std::size_t c = 1; c < records[r].size() && c < first.size(); ++c) {
      if (cell_kind(records[r][c]) == CellKind::empty) continue;
      ++cells;
      numbers += cell_kind(records[r][c]) == CellKind::number;
      years += is_year(records[r][c]);
    }
  }
  return cells > 0 && numbers * 5 >= cells * 4 && years * 4 <= cells;
}

/// Whether the record below the header is one more: words in every column, other words than above, over values in two
/// columns or more and in at least half of them.
bool is_header_twofold(const std::vector<std::vector<std::string>>& records) {
  constexpr std::size_t kFewestRecords = 5;
  if (records.size() < kFewestRecords || records[1].size() != records[0].size() || records[1] == records[0])
    return false;
  if (!std::all_of(records[1].begin(), records[1].end(), is_plain_word)) return false;
  const auto last = static_cast<std::ptrdiff_t>(std::min(records.size(), kBodyRecords + 1));
  const std::vector<std::vector<std::string>> below(records.begin() + 1, records.begin() + last);
  std::size_t over_values = 0;
  for (std::size_t c = 0; c < below.front().size(); ++c) {
    const Body body = look_below(below, c, false);
    const auto most = std::max_element(body.kinds.begin(), body.kinds.end());
    over_values += body.filled >= 3 && *most * 5 >= body.filled * 4 &&
                   is_value_kind(static_cast<CellKind>(most - body.kinds.begin()));
    if (body.holds_header) return false;
  }
  return over_values >= 2 && over_values * 2 >= below.front().size();
}

}  // namespace

HeaderGuess guess_header(const std::vector<std::vector<std::string>>& records,
                         const std::function<bool(std::string_view)>& is_header_word) {
  const auto& first = records.front();
  const std::set<std::string> names(first.begin(), first.end());
  double sum = 0;
  const bool skips_repeats = recurs_like_a_header(records);
  bool is_plain = names.size() == first.size();
  bool is_all_known = true;
  for (std::size_t c = 0; c < first.size(); ++c) {
    const bool is_known = is_header_word && !is_value_kind(cell_kind(first[c])) && is_header_word(first[c]);
    is_all_known = is_all_known && is_known;
    sum += vote(first[c], look_below(records, c, skips_repeats), is_known);
    is_plain = is_plain && is_plain_word(first[c]);
  }
  if (records.size() == 1) return {is_all_known, true};
  if (is_header_of_years(records)) return {true, true};
  if (names.size() < first.size()) sum -= 0.5;
  if (sum > 0.2) return {true, sum > 0.5, sum > 0.5 && is_header_twofold(records) ? std::size_t{2} : 1};
  if (sum < -0.2) return {false, true};
  return {is_plain, false};
}

}  // namespace sidik::ingest
