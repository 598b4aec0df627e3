#include "ingest/sql/sql_dialect.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/sql/sql_head.hpp"
#include "ingest/sql/sql_lexer.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

constexpr std::size_t kMarksHead = std::size_t{1} << 17;

template <std::size_t kCount>
bool holds_any(std::string_view text, const std::array<std::string_view, kCount>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [text](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

/// Backslashes before a quote with a letter behind it (it\'s) against those at the end of a string (C:\').
bool escapes_inside_words(std::string_view head) {
  std::size_t inside = 0;
  std::size_t at_end = 0;
  for (std::size_t at = head.find("\\'"); at != std::string_view::npos; at = head.find("\\'", at + 2)) {
    if (at + 2 >= head.size()) break;
    const char behind = head[at + 2];
    inside += text::is_letter(behind) || text::is_digit(behind);
    at_end += behind == ',' || behind == ')' || behind == ';';
  }
  return inside > at_end;
}

/// What may stand before a statement on the line or the lines before it: nothing, a comment, the end of another.
bool is_boundary(std::string_view before) {
  while (!before.empty() && is_sql_blank(before.back())) before.remove_suffix(1);
  if (before.empty() || before.back() == ';' || before.back() == ')' || before.ends_with("*/")) return true;
  const std::size_t line = before.rfind('\n');
  const std::string_view last = line == std::string_view::npos ? before : before.substr(line + 1);
  return last.starts_with("--") || last.starts_with("#") || last.starts_with("\\") || equals_folded(last, "go") ||
         equals_folded(last.substr(0, 4), "set ");
}

}  // namespace

SqlDialect guess_sql_dialect(std::string_view head) {
  static constexpr std::array<std::string_view, 4> kMysql = {"-- mysql dump", "-- mariadb dump", "phpmyadmin sql dump",
                                                             "engine="};
  static constexpr std::array<std::string_view, 4> kMysqlNames = {"insert into `", "create table `", "lock tables `",
                                                                  "/*!4"};
  static constexpr std::array<std::string_view, 7> kOthers = {"-- postgresql database dump",
                                                              "standard_conforming_strings = on",
                                                              "pragma foreign_keys",
                                                              "identity_insert",
                                                              "[dbo].",
                                                              "pg_catalog",
                                                              "no_backslash_escapes"};
  std::string folded(head.substr(0, kMarksHead));
  for (char& c : folded) c = text::to_lower(c);
  SqlDialect dialect;
  const bool is_other = holds_any(folded, kOthers);
  const bool is_mysql = holds_any(folded, kMysql) || (!is_other && holds_any(folded, kMysqlNames));
  const bool has_no_escapes = folded.find("no_backslash_escapes") != std::string::npos;
  dialect.has_hash_comments = is_mysql;
  dialect.has_dollar_quotes = !is_mysql;
  dialect.has_backslashes = (is_mysql && !has_no_escapes) ||
                            folded.find("standard_conforming_strings = off") != std::string::npos ||
                            (!is_mysql && !is_other && escapes_inside_words(head));
  return dialect;
}

bool looks_like_sql(std::string_view head) {
  const SqlLexer lexer(guess_sql_dialect(head));
  std::size_t at = 0;
  if (lexer.skip_blanks(head, at, true) == SqlLexer::Blanks::unclosed || at == head.size()) return false;
  const SqlToken first = lexer.token_at(head, at, true);
  if (head[at] != '\\' && !(first.kind == SqlTokenKind::word && is_statement_word(head.substr(at, first.end - at))))
    return false;
  const std::string_view comment = head.substr(0, at);
  if (comment.find("MySQL dump") != std::string_view::npos || comment.find("MariaDB dump") != std::string_view::npos ||
      comment.find("PostgreSQL database dump") != std::string_view::npos)
    return true;
  constexpr int kMostLooks = 1000;
  int looks = 0;
  while (at < head.size() && looks < kMostLooks) {
    const char c = text::to_lower(head[at]);
    if ((c == 'i' || c == 'r' || c == 'c') && is_boundary(head.substr(0, at))) {
      ++looks;
      const auto kind = read_sql_head(lexer, head, at, true, 16384).kind;
      if (kind == SqlKind::insert || kind == SqlKind::insert_set || kind == SqlKind::insert_select ||
          kind == SqlKind::copy || kind == SqlKind::create_table)
        return true;
    }
    at = head.find('\n', at);
    while (at < head.size() && is_sql_blank(head[at])) ++at;
  }
  return false;
}

}  // namespace sidik::ingest
