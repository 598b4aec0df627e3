#include "ingest/sql/sql_value.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/sql/sql_replace.hpp"

namespace sidik::ingest {
namespace {

template <std::size_t kCount>
bool is_one_of(std::string_view word, const std::array<std::string_view, kCount>& lower) {
  return std::any_of(lower.begin(), lower.end(), [word](std::string_view each) { return equals_folded(word, each); });
}

constexpr std::array<std::string_view, 7> kTypedLiterals = {"date",        "time",     "timestamp", "datetime",
                                                            "timestamptz", "interval", "uuid"};
constexpr std::array<std::string_view, 2> kCasts = {"cast", "try_cast"};
constexpr std::array<std::string_view, 2> kConverts = {"convert", "try_convert"};
constexpr std::array<std::string_view, 2> kDates = {"to_date", "to_timestamp"};

/// X'4D' and B'01' are numbers in other letters: they stay as written.
bool is_binary(std::string_view string) {
  return std::string_view("xXbB").find(string.front()) != std::string_view::npos;
}

}  // namespace

SqlValue::Kind SqlValue::kind_of(const SqlToken& token) const {
  const char first = text_[token.begin];
  switch (token.kind) {
    case SqlTokenKind::string:
      return is_binary(written(token)) ? Kind::word : Kind::string;
    case SqlTokenKind::name:
      return first == '"' ? Kind::string : Kind::word;
    case SqlTokenKind::word:
      return Kind::word;
    default:
      return first == '(' || first == '[' ? Kind::opening : first == ')' || first == ']' ? Kind::closing : Kind::sign;
  }
}

bool SqlValue::add(const SqlToken& token, std::size_t depth) {
  const Kind kind = kind_of(token);
  if (depth > 0) {
    add_inside(token, kind, depth);
    return true;
  }
  if (!add_outside(token, kind)) return false;
  last_ = kind;
  last_token_ = token;
  ++tokens_;
  return true;
}

bool SqlValue::is_typed_literal_word() const {
  return tokens_ == 1 && last_ == Kind::word &&
         (text_[last_token_.begin] == '_' || is_one_of(written(last_token_), kTypedLiterals));
}

bool SqlValue::add_outside(const SqlToken& token, Kind kind) {
  if (is_cast_) return true;
  const bool is_behind_value = last_ == Kind::word || last_ == Kind::string || last_ == Kind::closing;
  switch (kind) {
    case Kind::word:
      if (is_behind_value && is_word(text_, token, "collate")) {
        is_cast_ = true;
        return true;
      }
      // _binary 0x4d; else two words side by side are no value.
      if (is_behind_value && !(is_typed_literal_word() && text_[last_token_.begin] == '_')) return false;
      if (is_behind_value) begin_ = token.begin;
      break;
    case Kind::string:
      if (is_behind_value && !is_typed_literal_word()) return false;
      literal_ = token;
      is_string_ = last_ != Kind::sign;
      break;
    case Kind::opening:
      if (last_ == Kind::string || last_ == Kind::closing) return false;
      if (last_ == Kind::word && tokens_ == 1) open_call(written(last_token_));
      break;
    case Kind::closing:
      break;
    default:
      if (text_[token.begin] == '\\' || text_[token.begin] == '{' || text_[token.begin] == '}') return false;
      if (last_ == Kind::sign && text_[token.begin] == ':' && text_[last_token_.begin] == ':' &&
          token.begin == last_token_.end) {
        is_cast_ = true;
        return true;
      }
      break;
  }
  if (tokens_ == 0) begin_ = token.begin;
  const bool may_be_cast = kind == Kind::sign && text_[token.begin] == ':';
  if (is_string_ && kind != Kind::string && !may_be_cast) is_string_ = false;
  if (!may_be_cast) end_ = token.end;
  return true;
}

void SqlValue::open_call(std::string_view name) {
  if (is_one_of(name, kCasts) || is_one_of(name, kDates)) inside_ = Inside::literal;
  if (is_one_of(name, kConverts)) inside_ = Inside::type_or_literal;
}

void SqlValue::take_literal(const SqlToken& token, Kind kind) {
  literal_ = token;
  literal_kind_ = kind;
  inside_ = Inside::in_literal;
}

void SqlValue::add_inside(const SqlToken& token, Kind kind, std::size_t depth) {
  if (is_cast_ || depth > 1) return;
  const char first = text_[token.begin];
  switch (inside_) {
    case Inside::type_or_literal:
      if (kind == Kind::string)
        take_literal(token, kind);
      else if (kind == Kind::sign && first == ',')
        inside_ = Inside::literal;
      return;
    case Inside::literal:
      if (kind == Kind::word || kind == Kind::string || kind == Kind::sign)
        take_literal(token, kind);
      else
        inside_ = Inside::no_conversion;
      return;
    case Inside::in_literal:
      // A number in pieces, such as -1.5, is one literal; any other token but AS or a comma makes it an expression.
      if (first == ',' || is_word(text_, token, "as") || is_word(text_, token, "using"))
        inside_ = Inside::behind;
      else if (literal_kind_ != Kind::string && token.begin == literal_.end &&
               (kind == Kind::word || kind == Kind::sign))
        literal_.end = token.end;
      else
        inside_ = Inside::no_conversion;
      return;
    case Inside::behind:
    case Inside::no_conversion:
      return;
  }
}

std::string_view SqlValue::content(const SqlToken& token, std::deque<std::string>& kept) const {
  const std::string_view whole = written(token);
  if (whole.front() == '$') {
    const std::size_t tag = whole.find('$', 1) + 1;
    return whole.substr(tag, whole.size() - 2 * tag);
  }
  const std::size_t open = whole.find_first_of("'\"");
  const char quote = whole[open];
  const bool is_e = open == 1 && (whole[0] == 'E' || whole[0] == 'e');
  const SqlEscapes escapes = is_e                       ? SqlEscapes::postgresql
                             : dialect_.has_backslashes ? SqlEscapes::mysql
                                                        : SqlEscapes::doubled;
  const std::string_view inner = whole.substr(open + 1, whole.size() - open - 2);
  const bool has_escapes = inner.find(quote) != std::string_view::npos ||
                           (escapes != SqlEscapes::doubled && inner.find('\\') != std::string_view::npos);
  return has_escapes ? keep_unescaped(inner, escapes, quote, kept) : inner;
}

std::string_view SqlValue::value(std::deque<std::string>& kept) const {
  if (is_string_) return content(literal_, kept);
  std::string_view bare = text_.substr(begin_, end_ - begin_);
  if (inside_ >= Inside::in_literal && tokens_ == 3 && last_ == Kind::closing) {
    if (literal_kind_ == Kind::string) return content(literal_, kept);
    bare = written(literal_);
  }
  if (last_ == Kind::closing && !dialect_.has_backslashes) {
    if (auto replaced = evaluate_replace(bare)) return kept.emplace_back(std::move(*replaced));
  }
  return equals_folded(bare, "null") ? std::string_view() : bare;
}

}  // namespace sidik::ingest
