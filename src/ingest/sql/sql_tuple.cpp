#include "ingest/sql/sql_tuple.hpp"

#include "ingest/sql/sql_value.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

/// What is kept goes again when the tuple comes to nothing, so that a second reading of it does not keep it twice.
class KeptMark {
 public:
  explicit KeptMark(std::deque<std::string>& kept)
      : kept_(kept), texts_(kept.size()), bytes_(kept.empty() ? 0 : kept.back().size()) {}
  void roll_back() {
    kept_.resize(texts_);
    if (!kept_.empty()) kept_.back().resize(bytes_);
  }

 private:
  std::deque<std::string>& kept_;
  std::size_t texts_;
  std::size_t bytes_;
};

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_sql_blank(text[at])) ++at;
  return at;
}

bool is_bare(char c) { return is_sql_word(c) || c == '.' || c == '-' || c == '+'; }

}  // namespace

TupleStatus SqlTupleParser::parse(std::string_view text, std::size_t at, bool is_last, std::deque<std::string>& kept) {
  fields_.clear();
  KeptMark mark(kept);
  ++at;
  if (const std::size_t first = behind_blanks(text, at); first < text.size() && text[first] == ')') {
    end_ = first + 1;
    return TupleStatus::record;
  }
  while (true) {
    auto ends = read_plain(text, at, kept);
    if (ends == ValueEnd::slow) ends = read_expression(text, at, is_last, kept);
    if (ends == ValueEnd::comma && fields_.size() <= most_) continue;
    if (ends == ValueEnd::closing) {
      end_ = at;
      return TupleStatus::record;
    }
    mark.roll_back();
    if (ends == ValueEnd::comma) end_ = at;
    fields_.clear();
    return ends == ValueEnd::need_more  ? TupleStatus::need_more
           : ends == ValueEnd::unclosed ? TupleStatus::unclosed
                                        : TupleStatus::unreadable;
  }
}

void SqlTupleParser::keep_string(std::string_view content, bool has_escapes, SqlEscapes escapes, char quote,
                                 std::deque<std::string>& kept) {
  fields_.push_back(has_escapes ? keep_unescaped(content, escapes, quote, kept) : content);
}

SqlTupleParser::ValueEnd SqlTupleParser::read_plain(std::string_view text, std::size_t& at,
                                                    std::deque<std::string>& kept) {
  const std::size_t size = text.size();
  std::size_t begin = behind_blanks(text, at);
  if (begin + 1 >= size) return ValueEnd::slow;
  if (text[begin + 1] == '\'' && (text[begin] == 'N' || text[begin] == 'n')) ++begin;
  std::size_t end = begin;
  std::string_view content;
  bool has_escapes = false;
  const bool is_string = text[begin] == '\'';
  if (is_string) {
    const bool has_backslashes = dialect_.has_backslashes;
    for (end = begin + 1; end < size; ++end) {
      const char c = text[end];
      if (c == '\\' && has_backslashes) {
        has_escapes = true;
        ++end;
      } else if (c == '\'') {
        if (end + 1 >= size || text[end + 1] != '\'') break;
        has_escapes = true;
        ++end;
      }
    }
    if (end + 1 >= size) return ValueEnd::slow;
    content = text.substr(begin + 1, end - begin - 1);
    ++end;
  } else {
    if (text[begin] == '$') return ValueEnd::slow;
    while (end < size && is_bare(text[end])) ++end;
    content = text.substr(begin, end - begin);
    if (content.empty() || content.find("--") != std::string_view::npos) return ValueEnd::slow;
    if (content.size() == 4 && equals_folded(content, "null")) content = {};
  }
  end = behind_blanks(text, end);
  if (end >= size || (text[end] != ',' && text[end] != ')')) return ValueEnd::slow;
  at = end + 1;
  keep_string(content, has_escapes, dialect_.has_backslashes ? SqlEscapes::mysql : SqlEscapes::doubled, '\'', kept);
  return text[end] == ',' ? ValueEnd::comma : ValueEnd::closing;
}

SqlTupleParser::ValueEnd SqlTupleParser::read_expression(std::string_view text, std::size_t& at, bool is_last,
                                                         std::deque<std::string>& kept) {
  SqlValue value(text, dialect_);
  std::size_t depth = 0;
  while (true) {
    const SqlToken token = lexer_.next(text, at, is_last);
    end_ = token.end;
    if (token.kind == SqlTokenKind::need_more) return ValueEnd::need_more;
    if (token.kind == SqlTokenKind::unclosed || token.kind == SqlTokenKind::end) return ValueEnd::unclosed;
    at = token.end;
    const char c = token.kind == SqlTokenKind::symbol ? text[token.begin] : '\0';
    if (depth == 0 && (c == ',' || c == ')')) {
      if (value.is_empty()) return ValueEnd::unreadable;
      fields_.push_back(value.value(kept));
      return c == ',' ? ValueEnd::comma : ValueEnd::closing;
    }
    if (c == ';' || (depth == 0 && c == ']') || (c == '(' && depth == kDeepest)) return ValueEnd::unreadable;
    if (c == ')' || c == ']') --depth;
    if (!value.add(token, depth)) return ValueEnd::unreadable;
    if (c == '(' || c == '[') ++depth;
    if (depth > kDeepest) return ValueEnd::unreadable;
  }
}

}  // namespace sidik::ingest
