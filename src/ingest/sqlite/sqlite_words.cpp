#include "ingest/sqlite/sqlite_words.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_name_start(char c) {
  return (upper(c) >= 'A' && upper(c) <= 'Z') || c == '_' || static_cast<signed char>(c) < 0;
}
bool is_name_part(char c) { return is_name_start(c) || text::is_digit(c) || c == '$'; }

}  // namespace

bool SqliteWord::is(std::string_view keyword) const {
  return kind == Kind::bare && std::equal(text.begin(), text.end(), keyword.begin(), keyword.end(),
                                          [](char left, char right) { return upper(left) == right; });
}

void SqliteWords::skip_blanks() {
  while (at_ < sql_.size()) {
    const auto rest = sql_.substr(at_);
    if (is_blank(rest[0])) {
      ++at_;
    } else if (rest.starts_with("--")) {
      at_ = std::min(sql_.find('\n', at_), sql_.size());
    } else if (rest.starts_with("/*")) {
      const auto close = sql_.find("*/", at_ + 2);
      at_ = close == std::string_view::npos ? sql_.size() : close + 2;
    } else {
      return;
    }
  }
}

void SqliteWords::read_quoted(char closing, SqliteWord::Kind kind) {
  word_.kind = kind;
  const bool can_double = closing != ']';
  ++at_;
  while (at_ < sql_.size()) {
    const char c = sql_[at_++];
    if (c == closing) {
      if (!can_double || at_ == sql_.size() || sql_[at_] != closing) return;
      ++at_;
    }
    word_.text += c;
  }
}

void SqliteWords::next() {
  word_ = {};
  skip_blanks();
  if (at_ == sql_.size()) return;
  const char c = sql_[at_];
  if (c == '"' || c == '`') return read_quoted(c, SqliteWord::Kind::quoted);
  if (c == '[') return read_quoted(']', SqliteWord::Kind::quoted);
  if (c == '\'') return read_quoted('\'', SqliteWord::Kind::text);
  const std::size_t begin = at_;
  if (upper(c) == 'X' && begin + 1 < sql_.size() && sql_[begin + 1] == '\'') {
    ++at_;
    return read_quoted('\'', SqliteWord::Kind::blob);
  }
  const auto take_while = [&](auto holds) {
    while (at_ < sql_.size() && holds(sql_[at_])) ++at_;
    word_.text = sql_.substr(begin, at_ - begin);
  };
  if (is_name_start(c)) {
    word_.kind = SqliteWord::Kind::bare;
    take_while(is_name_part);
  } else if (text::is_digit(c) || (c == '.' && begin + 1 < sql_.size() && text::is_digit(sql_[begin + 1]))) {
    word_.kind = SqliteWord::Kind::number;
    take_while([&](char part) {
      const char before = at_ > begin ? upper(sql_[at_ - 1]) : ' ';
      return is_name_part(part) || part == '.' || ((part == '+' || part == '-') && before == 'E');
    });
  } else {
    word_.kind = SqliteWord::Kind::mark;
    word_.text = c;
    ++at_;
  }
}

bool SqliteWords::take(std::string_view keyword) {
  if (!word_.is(keyword)) return false;
  next();
  return true;
}

bool SqliteWords::take(char mark) {
  if (!word_.is_mark(mark)) return false;
  next();
  return true;
}

}  // namespace sidik::ingest
