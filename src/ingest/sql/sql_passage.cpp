#include "ingest/sql/sql_passage.hpp"

#include <algorithm>
#include <cstdint>

namespace sidik::ingest {

Result<bool> SqlPassage::skip_blanks() {
  while (goes_on()) {
    std::size_t end = at_;
    auto blanks = lexer_.skip_blanks(text(), end, is_last());
    has_new_line_ = has_new_line_ || text().substr(at_, end - at_).find('\n') != std::string_view::npos;
    take_other(end);
    if (blanks == SqlLexer::Blanks::done && at_ < text().size()) return true;
    if (blanks == SqlLexer::Blanks::done && is_last()) return false;
    if (blanks == SqlLexer::Blanks::unclosed || is_too_long(text().size())) {
      resume_.charge(text().size() - at_);
      SIDIK_CHECK(skip_to_statement());
      continue;
    }
    SIDIK_TRY([[maybe_unused]] const bool got, more());
  }
  return false;
}

Status SqlPassage::skip_rest(bool is_routine) {
  has_new_line_ = false;
  int blocks = 0;
  while (goes_on()) {
    SIDIK_TRY(const bool got, skip_blanks());
    if (!got) return {};
    SIDIK_TRY(const bool is_end, is_at_delimiter());
    if (is_end) {
      const bool is_inside = is_routine && delimiter_.empty() && blocks > 0;
      take_other(at_ + std::max<std::size_t>(delimiter_.size(), 1));
      if (!is_inside) return {};
      continue;
    }
    if (has_new_line_) {
      SIDIK_TRY(const bool ends, ends_at_line(is_routine));
      if (ends) return {};
    }
    const SqlToken token = lexer_.token_at(text(), at_, is_last());
    if (token.kind == SqlTokenKind::need_more && !is_too_long(text().size())) {
      SIDIK_TRY([[maybe_unused]] const bool filled, more());
      continue;
    }
    const bool is_lost = token.kind >= SqlTokenKind::end || is_too_long(token.end) ||
                         ((token.kind == SqlTokenKind::string || token.kind == SqlTokenKind::name) && !is_routine &&
                          resume_.holds_statement(text().substr(token.begin, token.end - token.begin)));
    if (is_lost) {
      resume_.charge(std::min<std::uint64_t>(token.end - at_, most()));
      return skip_to_statement();
    }
    has_new_line_ = false;
    if (is_word(text(), token, "begin") || is_word(text(), token, "case")) ++blocks;
    if (is_word(text(), token, "end")) --blocks;
    take_other(token.end);
  }
  return {};
}

Status SqlPassage::skip_line() {
  while (goes_on()) {
    const std::size_t end = text().find('\n', at_);
    take_other(end == std::string_view::npos ? whole_characters() : end + 1);
    if (end != std::string_view::npos) return {};
    SIDIK_TRY(const bool got, more());
    if (!got) {
      take_other(text().size());
      return {};
    }
  }
  return {};
}

Status SqlPassage::skip_to_statement() {
  SIDIK_TRY([[maybe_unused]] const auto found,
            find_resume(SqlResume::kNoTuples, [this](std::size_t end) { take_other(end); }));
  return {};
}

Result<SqlToken> SqlPassage::whole_token() {
  while (true) {
    const SqlToken token = lexer_.token_at(text(), at_, is_last());
    if (token.kind != SqlTokenKind::need_more || is_too_long(text().size())) return token;
    SIDIK_TRY([[maybe_unused]] const bool got, more());
  }
}

Result<bool> SqlPassage::is_at_delimiter() {
  if (delimiter_.empty()) return text()[at_] == ';';
  while (text().size() - at_ < delimiter_.size() && !is_last()) {
    SIDIK_TRY([[maybe_unused]] const bool got, more());
  }
  return text().substr(at_).starts_with(delimiter_);
}

Result<bool> SqlPassage::ends_at_line(bool is_routine) {
  while (SqlResume::may_begin_statement(text()[at_])) {
    if (!resume_.may_look(passed_ + at_)) return false;
    const auto kind = resume_.kind_at(text(), at_, is_last());
    if (kind == SqlKind::need_more) {
      SIDIK_TRY([[maybe_unused]] const bool got, more());
      continue;
    }
    return kind == SqlKind::go || (!is_routine && kind != SqlKind::other && delimiter_.empty());
  }
  return false;
}

}  // namespace sidik::ingest
