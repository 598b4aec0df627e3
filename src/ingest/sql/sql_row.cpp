#include "ingest/sql/sql_row.hpp"

#include <algorithm>
#include <array>

#include "ingest/sql/sql_head.hpp"
#include "ingest/sql/sql_value.hpp"

namespace sidik::ingest {
namespace {

bool is_wanting(const SqlToken& token) { return token.kind == SqlTokenKind::need_more; }

}  // namespace

TupleStatus SqlRowParser::parse(SqlRowForm form, std::string_view text, std::size_t at, bool is_last,
                                std::deque<std::string>& kept) {
  fields_.clear();
  names_.clear();
  end_ = at;
  const std::size_t texts = kept.size();
  const std::size_t bytes = kept.empty() ? 0 : kept.back().size();
  Next next = Next::value;
  while (next == Next::value && fields_.size() < most_) {
    next = form == SqlRowForm::assignments ? read_target(text, at, is_last) : Next::value;
    if (next == Next::value) next = read_value(form, text, at, is_last, kept);
  }
  if (next == Next::row_end) {
    if (names_.size() != fields_.size()) names_.clear();
    return TupleStatus::record;
  }
  kept.resize(texts);
  if (!kept.empty()) kept.back().resize(bytes);
  end_ = std::max(end_, at);
  fields_.clear();
  return next == Next::need_more ? TupleStatus::need_more : TupleStatus::unreadable;
}

/// name = or table.name =
SqlRowParser::Next SqlRowParser::read_target(std::string_view text, std::size_t& at, bool is_last) {
  while (true) {
    const SqlToken name = lexer_.next(text, at, is_last);
    if (is_wanting(name)) return Next::need_more;
    if (name.kind != SqlTokenKind::word && name.kind != SqlTokenKind::name) return Next::unreadable;
    const SqlToken mark = lexer_.next(text, name.end, is_last);
    if (is_wanting(mark)) return Next::need_more;
    if (mark.kind != SqlTokenKind::symbol) return Next::unreadable;
    at = mark.end;
    if (text[mark.begin] == '.') continue;
    if (text[mark.begin] != '=') return Next::unreadable;
    names_.push_back(unquoted_name(text.substr(name.begin, name.end - name.begin)));
    return Next::value;
  }
}

bool SqlRowParser::ends_row(SqlRowForm form, std::string_view text, const SqlToken& token) const {
  if (token.kind == SqlTokenKind::end) return true;
  if (token.kind == SqlTokenKind::symbol) return text[token.begin] == ';';
  if (token.kind != SqlTokenKind::word) return false;
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  if (equals_folded(word, "on") || equals_folded(word, "returning")) return true;
  if (form == SqlRowForm::assignments) return equals_folded(word, "as") || is_statement_word(word);
  static constexpr std::array<std::string_view, 5> kWords = {"union", "from", "where", "order", "limit"};
  return is_statement_word(word) ||
         std::ranges::any_of(kWords, [word](std::string_view each) { return equals_folded(word, each); });
}

SqlRowParser::Next SqlRowParser::read_value(SqlRowForm form, std::string_view text, std::size_t& at, bool is_last,
                                            std::deque<std::string>& kept) {
  SqlValue value(text, dialect_);
  std::size_t depth = 0;
  SqlToken before{SqlTokenKind::end};
  while (true) {
    SqlToken token = lexer_.next(text, at, is_last);
    if (is_wanting(token)) return Next::need_more;
    if (token.kind == SqlTokenKind::unclosed) return Next::unreadable;
    const bool is_named =
        form == SqlRowForm::selection && depth == 0 && !value.is_empty() &&
        (is_word(text, token, "as") || (token.kind == SqlTokenKind::name && text[token.begin] != '"'));
    if (is_named) {
      fields_.push_back(value.value(kept));
      return read_alias(text, token, at, is_last);
    }
    const char c = token.kind == SqlTokenKind::symbol ? text[token.begin] : '\0';
    if (depth == 0 && (c == ',' || (!value.is_empty() && ends_row(form, text, token)))) {
      if (value.is_empty()) return Next::unreadable;
      fields_.push_back(value.value(kept));
      end_ = before.end;
      if (c != ',') {
        const bool is_from = form == SqlRowForm::selection && is_word(text, token, "from");
        const SqlToken table = is_from ? lexer_.next(text, token.end, is_last) : token;
        if (is_wanting(table)) return Next::need_more;
        return is_from && !is_word(text, table, "dual") ? Next::unreadable : Next::row_end;
      }
      at = token.end;
      return Next::value;
    }
    const bool is_too_deep = c == '(' && depth == SqlTupleParser::kDeepest;
    if (token.kind == SqlTokenKind::end || c == ';' || is_too_deep || ((c == ')' || c == ']') && depth == 0))
      return Next::unreadable;
    at = token.end;
    if (c == ')' || c == ']') --depth;
    if (!value.add(token, depth)) return Next::unreadable;
    if (c == '(' || c == '[') ++depth;
    before = token;
  }
}

/// The name behind a value, with AS or without, and what follows it.
SqlRowParser::Next SqlRowParser::read_alias(std::string_view text, SqlToken token, std::size_t& at, bool is_last) {
  if (is_word(text, token, "as")) token = lexer_.next(text, token.end, is_last);
  if (is_wanting(token)) return Next::need_more;
  if (token.kind > SqlTokenKind::string) return Next::unreadable;
  names_.push_back(unquoted_name(text.substr(token.begin, token.end - token.begin)));
  end_ = token.end;
  const SqlToken behind = lexer_.next(text, token.end, is_last);
  if (is_wanting(behind)) return Next::need_more;
  at = behind.end;
  if (behind.kind == SqlTokenKind::symbol && text[behind.begin] == ',') return Next::value;
  if (!ends_row(SqlRowForm::selection, text, behind)) return Next::unreadable;
  if (!is_word(text, behind, "from")) return Next::row_end;
  const SqlToken table = lexer_.next(text, behind.end, is_last);
  if (is_wanting(table)) return Next::need_more;
  return is_word(text, table, "dual") ? Next::row_end : Next::unreadable;
}

}  // namespace sidik::ingest
