#include "ingest/sql/sql_lexer.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

/// The longest name in brackets; what is longer is no name.
constexpr std::size_t kLongestBracketName = 260;

bool is_name_start(char c) { return text::is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

bool is_string_prefix(std::string_view word) {
  if (word.size() == 1) return std::string_view("NnEeXxBb").find(word[0]) != std::string_view::npos;
  return word.starts_with('_');
}

/// Behind "/*!40101" or "/*M!100401"; 0 when the comment is none of that kind.
std::size_t version_mark(std::string_view text, std::size_t at) {
  std::size_t end = at + 2;
  if (end < text.size() && text[end] == 'M') ++end;
  if (end >= text.size() || text[end] != '!') return 0;
  ++end;
  for (int digits = 0; digits < 6 && end < text.size() && text::is_digit(text[end]); ++digits) ++end;
  return end;
}

}  // namespace

bool is_sql_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_sql_word(char c) {
  return text::is_letter(c) || text::is_digit(c) || c == '_' || c == '$' || c == '@' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool equals_folded(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char left, char right) { return text::to_lower(left) == right; });
}

bool is_word(std::string_view text, const SqlToken& token, std::string_view word) {
  return token.kind == SqlTokenKind::word && equals_folded(text.substr(token.begin, token.end - token.begin), word);
}

std::string unquoted_name(std::string_view written) {
  if (written.size() < 2) return std::string(written);
  const char open = written.front();
  if (open != '"' && open != '`' && open != '[') return std::string(written);
  const char quote = open == '[' ? ']' : open;
  std::string name;
  for (std::size_t i = 1; i + 1 < written.size(); ++i) {
    name += written[i];
    if (written[i] == quote && written[i + 1] == quote && i + 2 < written.size()) ++i;
  }
  return name;
}

SqlLexer::Blanks SqlLexer::skip_blanks(std::string_view text, std::size_t& at, bool is_last) const {
  constexpr std::size_t kLongestMark = 11;  // "/*M!" and six digits, and one behind
  while (at < text.size()) {
    const char c = text[at];
    if (is_sql_blank(c)) {
      ++at;
      continue;
    }
    const bool may_be_comment = c == '-' || c == '/' || c == '*' || (c == '#' && dialect_.has_hash_comments);
    if (!may_be_comment) return Blanks::done;
    if (at + 1 == text.size() && c != '#') return is_last ? Blanks::done : Blanks::need_more;
    if (c == '#' || (c == '-' && text[at + 1] == '-')) {
      const std::size_t end = text.find('\n', at);
      if (end == std::string_view::npos && !is_last) return Blanks::need_more;
      at = end == std::string_view::npos ? text.size() : end + 1;
    } else if (c == '*' && text[at + 1] == '/') {
      at += 2;
    } else if (c == '/' && text[at + 1] == '*') {
      if (text.size() - at < kLongestMark && !is_last) return Blanks::need_more;
      if (const std::size_t behind = version_mark(text, at); behind != 0) {
        at = behind;
        continue;
      }
      const std::size_t end = text.find("*/", at + 2);
      if (end == std::string_view::npos) return is_last ? Blanks::unclosed : Blanks::need_more;
      at = end + 2;
    } else {
      return Blanks::done;
    }
  }
  return Blanks::done;
}

SqlToken SqlLexer::next(std::string_view text, std::size_t at, bool is_last) const {
  const auto blanks = skip_blanks(text, at, is_last);
  if (blanks == Blanks::need_more) return {SqlTokenKind::need_more, at, text.size()};
  if (blanks == Blanks::unclosed) return {SqlTokenKind::unclosed, at, text.size()};
  return token_at(text, at, is_last);
}

SqlToken SqlLexer::token_at(std::string_view text, std::size_t at, bool is_last) const {
  if (at >= text.size()) return {is_last ? SqlTokenKind::end : SqlTokenKind::need_more, at, at};
  const char c = text[at];
  if (c == '$' && dialect_.has_dollar_quotes) return dollar_quoted(text, at, is_last);
  if (is_sql_word(c)) {
    std::size_t end = at;
    while (end < text.size() && is_sql_word(text[end])) ++end;
    if (end == text.size()) return {is_last ? SqlTokenKind::word : SqlTokenKind::need_more, at, end};
    const std::string_view word = text.substr(at, end - at);
    if (text[end] != '\'' || !is_string_prefix(word)) return {SqlTokenKind::word, at, end};
    return quoted(text, at, end, '\'', dialect_.has_backslashes || equals_folded(word, "e"), is_last);
  }
  if (c == '\'' || c == '"' || c == '`') return quoted(text, at, at, c, dialect_.has_backslashes && c != '`', is_last);
  if (c == '[') return bracketed(text, at, is_last);
  return {SqlTokenKind::symbol, at, at + 1};
}

SqlToken SqlLexer::quoted(std::string_view text, std::size_t begin, std::size_t at, char quote, bool has_backslashes,
                          bool is_last) {
  const auto kind = quote == '\'' ? SqlTokenKind::string : SqlTokenKind::name;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\' && has_backslashes) {
      ++i;
    } else if (text[i] == quote) {
      if (i + 1 == text.size()) return {is_last ? kind : SqlTokenKind::need_more, begin, i + 1};
      if (text[i + 1] != quote) return {kind, begin, i + 1};
      ++i;
    }
  }
  return {is_last ? SqlTokenKind::unclosed : SqlTokenKind::need_more, begin, text.size()};
}

/// [Order Details]: begins like a name and closes on its line; else the bracket is an array's.
SqlToken SqlLexer::bracketed(std::string_view text, std::size_t at, bool is_last) {
  const std::string_view view = text.substr(at, kLongestBracketName);
  const SqlToken bracket{SqlTokenKind::symbol, at, at + 1};
  const bool may_grow = view.size() < kLongestBracketName && !is_last;
  if (view.size() > 1 && !is_name_start(view[1])) return bracket;
  for (std::size_t i = 1; i < view.size() && view[i] != '\n'; ++i) {
    if (view[i] != ']') continue;
    if (i + 1 == view.size() && may_grow) break;
    if (i + 1 == view.size() || view[i + 1] != ']') return {SqlTokenKind::name, at, at + i + 1};
    ++i;
  }
  const bool is_open = view.find('\n') == std::string_view::npos;
  return is_open && may_grow ? SqlToken{SqlTokenKind::need_more, at, text.size()} : bracket;
}

SqlToken SqlLexer::dollar_quoted(std::string_view text, std::size_t at, bool is_last) {
  constexpr std::size_t kLongestTag = 64;
  std::size_t end = at + 1;
  while (end < text.size() && end - at < kLongestTag && text[end] != '$' && is_sql_word(text[end])) ++end;
  if (end == text.size() && !is_last) return {SqlTokenKind::need_more, at, end};
  if (end >= text.size() || text[end] != '$' || text::is_digit(text[at + 1])) return {SqlTokenKind::symbol, at, at + 1};
  const std::string_view tag = text.substr(at, end + 1 - at);
  const std::size_t close = text.find(tag, end + 1);
  if (close == std::string_view::npos)
    return {is_last ? SqlTokenKind::unclosed : SqlTokenKind::need_more, at, text.size()};
  return {SqlTokenKind::string, at, close + tag.size()};
}

}  // namespace sidik::ingest
