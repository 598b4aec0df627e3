#include "ingest/sql/sql_escapes.hpp"

#include <algorithm>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kStoreBytes = std::size_t{1} << 14;

int digit_value(char c) {
  if (text::is_digit(c)) return c - '0';
  const char lower = text::to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

/// Reads up to `most` digits of `base` at `at` and moves behind them.
std::uint32_t read_number(std::string_view written, std::size_t& at, std::size_t most, int base) {
  std::uint32_t number = 0;
  for (std::size_t digits = 0; digits < most && at < written.size() && digit_value(written[at]) < base; ++digits)
    number = number * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit_value(written[at++]));
  return number;
}

/// What stands behind a backslash in MySQL. A writer that escapes puts none before any other character; where one
/// stands there, the writer did not escape, and it belongs to the value.
void append_mysql(char c, std::string& out) {
  constexpr std::string_view kLetters = "0bnrtZ";
  constexpr std::string_view kMeanings("\0\b\n\r\t\x1a", 6);
  const std::size_t letter = kLetters.find(c);
  if (letter != std::string_view::npos) {
    out += kMeanings[letter];
    return;
  }
  if (std::string_view("\\'\"").find(c) == std::string_view::npos) out += '\\';
  out += c;
}

char c_character(char c) {
  switch (c) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return c;
  }
}

/// What stands behind a backslash, at `at`, in PostgreSQL; moves behind it.
void append_postgresql(std::string_view written, std::size_t& at, bool is_copy, std::string& out) {
  const char c = written[at];
  if (c >= '0' && c <= '7') {
    out += static_cast<char>(read_number(written, at, 3, 8));
    return;
  }
  ++at;
  const bool is_wide = !is_copy && (c == 'u' || c == 'U');
  if (c != 'x' && !is_wide) {
    out += c == 'v' && !is_copy ? c : c_character(c);
    return;
  }
  const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
  const std::size_t before = at;
  const std::uint32_t number = read_number(written, at, digits, 16);
  const bool is_whole = c == 'x' ? at > before : at - before == digits;
  const bool is_character = number <= 0x10ffff && (number < 0xd800 || number >= 0xe000);
  if (!is_whole || (is_wide && !is_character)) {
    at = before;
    out += c;
  } else if (is_wide) {
    text::append_utf8(out, number);
  } else {
    out += static_cast<char>(number);
  }
}

}  // namespace

std::string_view keep_unescaped(std::string_view written, SqlEscapes escapes, char quote,
                                std::deque<std::string>& kept) {
  if (kept.empty() || kept.back().capacity() - kept.back().size() < written.size())
    kept.emplace_back().reserve(std::max(kStoreBytes, written.size()));
  std::string& out = kept.back();
  const std::size_t begin = out.size();
  for (std::size_t at = 0; at < written.size();) {
    const char c = written[at++];
    if (c == quote && escapes != SqlEscapes::copy) {
      out += c;
      at += at < written.size() && written[at] == quote;
    } else if (c != '\\' || escapes == SqlEscapes::doubled || at == written.size()) {
      out += c;
    } else if (escapes == SqlEscapes::mysql) {
      append_mysql(written[at++], out);
    } else {
      append_postgresql(written, at, escapes == SqlEscapes::copy, out);
    }
  }
  return std::string_view(out).substr(begin);
}

}  // namespace sidik::ingest
