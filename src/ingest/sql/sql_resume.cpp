#include "ingest/sql/sql_resume.hpp"

#include <algorithm>
#include <array>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

/// Without the last character when it may go on in the next window.
std::size_t whole_characters(std::string_view text, bool is_last) {
  std::size_t end = text.size();
  if (is_last) return end;
  for (int back = 0; back < 3 && end > 0 && (static_cast<unsigned char>(text[end - 1]) & 0xc0) == 0x80; ++back) --end;
  return end > 0 && static_cast<unsigned char>(text[end - 1]) >= 0xc0 ? end - 1 : end;
}

}  // namespace

SqlResume::SqlResume(SqlDialect dialect, std::size_t most_columns)
    : lexer_(dialect), probe_(dialect, most_columns), most_columns_(most_columns) {}

bool SqlResume::may_begin_statement(char c) { return std::string_view("iIrRcCgGdD").find(c) != std::string_view::npos; }

void SqlResume::begin(std::size_t values) {
  values_ = values;
  last_ = before_last_ = 0;
  is_line_start_ = false;
}

SqlResume::Found SqlResume::look(std::string_view text, std::size_t at, bool is_last, std::uint64_t passed) {
  const std::size_t most = std::max(at, whole_characters(text, is_last));
  for (; at < most; ++at) {
    const char c = text[at];
    is_line_start_ = is_line_start_ || c == '\n';
    if (is_sql_blank(c)) continue;
    const bool may_be_tuple = values_ != kNoTuples && c == '(' && last_ == ',' && before_last_ == ')';
    const bool may_be_end = values_ != kNoTuples && c == ';';
    const bool may_be_statement = is_line_start_ && may_begin_statement(c);
    if ((may_be_tuple || may_be_end || may_be_statement) && may_look(passed + at)) {
      if (!is_last && text.size() - at < kLookahead) return {Place::need_more, at};
      const std::string_view near = text.substr(0, std::min(text.size(), at + kLookahead));
      if (may_be_tuple && is_tuple_at(near, at)) return {Place::tuple, at};
      if (may_be_end && is_statement_end_at(near, at, is_last && near.size() == text.size()))
        return {Place::statement, at};
      if (may_be_statement && kind_at(text, at, is_last) != SqlKind::other) return {Place::statement, at};
    }
    before_last_ = last_;
    last_ = c;
    is_line_start_ = false;
  }
  return {is_last ? Place::end : Place::need_more, at};
}

/// A tuple that fits, with a comma, a semicolon or a line end behind it.
bool SqlResume::is_tuple_at(std::string_view near, std::size_t at) {
  const auto status = probe_.parse(near, at, true, kept_);
  const std::size_t count = probe_.fields().size();
  kept_.clear();
  std::size_t end = probe_.end();
  if (status == TupleStatus::record && (values_ == 0 ? count > 0 : count == values_)) {
    bool has_new_line = false;
    for (; end < near.size() && is_sql_blank(near[end]); ++end) has_new_line = has_new_line || near[end] == '\n';
    if (end == near.size() || near[end] == ',' || near[end] == ';' || has_new_line) return true;
  }
  charge(end - at);
  return false;
}

/// A semicolon at the end of a line, with a comment, a statement or nothing behind it.
bool SqlResume::is_statement_end_at(std::string_view near, std::size_t at, bool is_whole) const {
  std::size_t behind = at + 1;
  bool has_new_line = false;
  for (; behind < near.size() && is_sql_blank(near[behind]); ++behind)
    has_new_line = has_new_line || near[behind] == '\n';
  if (behind == near.size()) return is_whole;
  if (!has_new_line) return false;
  const std::string_view rest = near.substr(behind);
  if (rest.starts_with("--") || rest.starts_with("/*") || rest.front() == '\\') return true;
  std::size_t end = 0;
  while (end < rest.size() && is_sql_word(rest[end])) ++end;
  return is_statement_word(rest.substr(0, end));
}

SqlKind SqlResume::kind_at(std::string_view text, std::size_t at, bool is_last) {
  if (!is_last && text.size() - at < kLookahead) return SqlKind::need_more;
  const std::string_view near = text.substr(0, std::min(text.size(), at + kLookahead));
  const SqlHead head = read_sql_head(lexer_, near, at, true, most_columns_);
  if (head.kind == SqlKind::other) charge(head.looked - at);
  return head.kind;
}

bool SqlResume::is_copy_at(std::string_view text, std::size_t at, std::size_t end) const {
  if (!equals_folded(text.substr(at, 5), "copy ")) return false;
  return read_sql_head(lexer_, text.substr(0, end), at, true, most_columns_).kind == SqlKind::copy;
}

bool SqlResume::holds_statement(std::string_view quoted) {
  static constexpr std::array<std::string_view, 4> kHeads = {"insert into ", "copy ", "create table ", "replace into "};
  for (std::size_t at = quoted.find(';'); at != std::string_view::npos; at = quoted.find(';', at + 1)) {
    std::size_t behind = at + 1;
    bool has_new_line = false;
    for (; behind < quoted.size() && is_sql_blank(quoted[behind]); ++behind)
      has_new_line = has_new_line || quoted[behind] == '\n';
    if (!has_new_line) continue;
    for (const auto head : kHeads) {
      if (equals_folded(quoted.substr(behind, head.size()), head)) return true;
    }
  }
  return false;
}

}  // namespace sidik::ingest
