#include "rehearse/mess.hpp"

#include <algorithm>

#include "rehearse/random_stream.hpp"
#include "rehearse/truth.hpp"
#include "text/letters.hpp"

namespace sidik::rehearse {

namespace {

constexpr std::array<std::string_view, kMessKinds> kNames = {
    "other_delimiter", "other_quote",         "backslash_escape",    "spaced_quotes",     "line_ends",
    "header_missing",  "header_repeated",     "header_of_two_lines", "preamble",          "comments",
    "blank_lines",     "trailing_delimiters", "ragged_rows",         "second_table",      "footer",
    "stray_quotes",    "nul_bytes",           "other_encoding",      "interleaved_tables"};

constexpr MessKind kDelimited[] = {
    MessKind::other_delimiter, MessKind::other_quote,    MessKind::backslash_escape, MessKind::spaced_quotes,
    MessKind::line_ends,       MessKind::header_missing, MessKind::header_repeated,  MessKind::header_of_two_lines,
    MessKind::preamble,        MessKind::comments,       MessKind::blank_lines,      MessKind::trailing_delimiters,
    MessKind::ragged_rows,     MessKind::second_table,   MessKind::footer,           MessKind::stray_quotes,
    MessKind::nul_bytes,       MessKind::other_encoding};
constexpr MessKind kSql[] = {MessKind::line_ends, MessKind::comments, MessKind::other_encoding,
                             MessKind::interleaved_tables};

bool is_header_kind(MessKind kind) {
  return kind == MessKind::header_missing || kind == MessKind::header_repeated || kind == MessKind::header_of_two_lines;
}

/// Two kinds that say different things about the header cannot stand together.
bool goes_with(MessKind kind, const std::vector<MessKind>& chosen) {
  return std::none_of(chosen.begin(), chosen.end(),
                      [&](MessKind other) { return other == kind || (is_header_kind(kind) && is_header_kind(other)); });
}

template <std::size_t count>
Mess choose(const MessKind (&from)[count], std::size_t wanted, RandomStream& stream) {
  std::vector<MessKind> chosen;
  while (chosen.size() < std::min(wanted, count)) {
    const MessKind kind = stream.pick(from);
    if (goes_with(kind, chosen)) chosen.push_back(kind);
  }
  Mess mess;
  for (const MessKind kind : chosen) mess.add(kind);
  return mess;
}

void set_encoding(Mess& mess, FileShape& shape, RandomStream& stream) {
  static constexpr TextEncoding kEncodings[] = {TextEncoding::utf8, TextEncoding::utf16le, TextEncoding::utf16be,
                                                TextEncoding::windows_1252};
  mess.encoding = kEncodings[stream.weighted({1, 2, 2, 2})];
  // UTF-8 is a mess with a mark in front; the wide ones never come without.
  shape.byte_order_mark = mess.encoding != TextEncoding::windows_1252;
}

void set_dialect(const Mess& mess, FileShape& shape, RandomStream& stream) {
  if (mess.has(MessKind::other_delimiter)) {
    const char before = shape.delimiter;
    while (shape.delimiter == before) shape.delimiter = ",;|\t^~:"[stream.below(7)];
  }
  if (mess.has(MessKind::spaced_quotes)) {
    shape.spaced_quotes = true;
    // Behind a tab a blank and a quote could be read in two ways.
    if (shape.delimiter == '\t') shape.delimiter = ';';
  }
  if (mess.has(MessKind::other_quote)) shape.quote = '\'';
  if (mess.has(MessKind::backslash_escape)) shape.backslash = true;
  shape.quotes_everything = shape.spaced_quotes || shape.backslash || mess.has(MessKind::other_quote);
  shape.trailing_delimiter = mess.has(MessKind::trailing_delimiters);
  if (!mess.has(MessKind::line_ends)) return;
  shape.other_line_end = 0;
  switch (stream.below(4)) {
    case 0:
      shape.crlf = !shape.crlf;
      break;
    case 1:
      shape.other_line_end = 500000;
      break;
    case 2:
      shape.line_ends = FileShape::LineEnd::lone_cr;
      break;
    default:
      shape.line_ends = FileShape::LineEnd::any;
      break;
  }
}

/// Letters at both ends and letters and blanks between: a name or a word, no code and no number.
bool is_words(const std::string& cell) {
  return cell.size() >= 4 && text::is_letter(cell.front()) && text::is_letter(cell.back()) &&
         std::all_of(cell.begin(), cell.end(), [](char c) { return text::is_letter(c) || c == ' '; });
}

std::string* find_words(Record& record, std::uint64_t from) {
  const std::size_t columns = record.fields.size();
  for (std::size_t i = 0; i < columns; ++i) {
    std::string& cell = record[(from + i) % columns];
    if (is_words(cell)) return &cell;
  }
  return nullptr;
}

/// A letter with an accent, in the place of the first one that can have it.
bool accent(std::string& cell) {
  const std::size_t at = cell.find_first_of("EeAaOo");
  if (at == std::string::npos) return false;
  const std::string_view plain = "EeAaOo";
  static constexpr std::string_view kAccented[] = {"\xc3\x89", "\xc3\xa9", "\xc3\x84",
                                                   "\xc3\xa4", "\xc3\x96", "\xc3\xb6"};
  cell.replace(at, 1, kAccented[plain.find(cell[at])]);
  return true;
}

}  // namespace

std::string_view mess_name(MessKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::vector<MessKind> Mess::kinds() const {
  std::vector<MessKind> out;
  for (std::size_t i = 0; i < kMessKinds; ++i) {
    if (has_[i]) out.push_back(static_cast<MessKind>(i));
  }
  return out;
}

Mess draw_mess(std::uint64_t seed, unsigned level, FileShape& shape) {
  if (level == 0) return {};
  RandomStream stream(seed, Purpose::mess, level);
  Mess mess = choose(kDelimited, kKindsAtLevel[std::min(level, kMostMess)], stream);
  set_dialect(mess, shape, stream);
  if (mess.has(MessKind::other_encoding)) set_encoding(mess, shape, stream);
  // Lines behind the table need a table that ends in a line end.
  const bool has_more = mess.has(MessKind::second_table) || mess.has(MessKind::footer);
  if (has_more && shape.end != FileShape::End::trailer) shape.end = FileShape::End::line_end;
  return mess;
}

Mess draw_sql_mess(std::uint64_t seed, unsigned level, FileShape& shape) {
  if (level == 0) return {};
  RandomStream stream(seed, Purpose::mess, level);
  Mess mess = choose(kSql, kKindsAtLevel[std::min(level, kMostMess)], stream);
  if (mess.has(MessKind::line_ends)) shape.crlf = true;
  if (mess.has(MessKind::other_encoding)) set_encoding(mess, shape, stream);
  return mess;
}

void mess_cells(Record& record, Mess& mess) {
  if (!mess.changes_cells()) return;
  if (mess.encoding != TextEncoding::utf8) {
    for (std::string& cell : record.fields) fit_to_encoding(cell, mess.encoding);
  }
  constexpr std::uint64_t kOneRowIn = 40;
  const std::uint64_t hash = hash_record(record);
  if (hash % kOneRowIn != 0) return;
  std::string* cell = find_words(record, hash >> 20U);
  if (cell == nullptr) return;
  const std::size_t middle = 1 + (hash >> 40U) % (cell->size() - 2);
  const bool has_both = mess.has(MessKind::nul_bytes) && mess.has(MessKind::stray_quotes);
  if (mess.has(MessKind::nul_bytes) && !(has_both && hash >> 63U == 0)) {
    cell->insert(middle, 1, '\0');
    mess.count_cell(MessKind::nul_bytes);
  } else if (mess.has(MessKind::stray_quotes)) {
    cell->insert(middle, 1, '"');
    mess.count_cell(MessKind::stray_quotes);
  } else if (accent(*cell)) {
    mess.count_cell(MessKind::other_encoding);
  }
}

}  // namespace sidik::rehearse
