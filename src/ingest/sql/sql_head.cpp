#include "ingest/sql/sql_head.hpp"

#include <algorithm>
#include <array>

namespace sidik::ingest {
namespace {

constexpr std::size_t kLongestName = 256;
constexpr std::size_t kLongestDelimiter = 16;
constexpr int kMostHeadWords = 12;  ///< between INSERT and the name, and between the list and VALUES

/// Reads token by token; once one is not whole, all that follow are of kind need_more or unclosed.
class HeadReader {
 public:
  HeadReader(const SqlLexer& lexer, std::string_view text, std::size_t at, bool is_last)
      : lexer_(lexer), text_(text), at_(at), is_last_(is_last) {}

  const SqlToken& advance() {
    token_ = lexer_.next(text_, at_, is_last_);
    if (token_.kind == SqlTokenKind::need_more)
      lacks_text_ = true;
    else
      at_ = token_.end;
    return token_;
  }
  [[nodiscard]] const SqlToken& token() const { return token_; }
  [[nodiscard]] bool is(std::string_view word) const { return is_word(text_, token_, word); }
  template <std::size_t kCount>
  [[nodiscard]] bool is_any(const std::array<std::string_view, kCount>& words) const {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return is(word); });
  }
  /// Whether the current token is this text in quotes, or this number.
  [[nodiscard]] bool is_text(std::string_view text) const {
    const bool is_string = token_.kind == SqlTokenKind::string && written().size() >= 2;
    return is_string ? equals_folded(written().substr(1, written().size() - 2), text) : is(text);
  }
  [[nodiscard]] bool is_symbol(char c) const { return token_.kind == SqlTokenKind::symbol && text_[token_.begin] == c; }
  [[nodiscard]] bool is_name() const { return token_.kind == SqlTokenKind::word || token_.kind == SqlTokenKind::name; }
  [[nodiscard]] std::size_t looked() const { return std::max(at_, token_.end); }
  [[nodiscard]] bool lacks_text() const { return lacks_text_; }
  [[nodiscard]] bool is_last() const { return is_last_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view written() const { return text_.substr(token_.begin, token_.end - token_.begin); }

  /// A name of one or several parts from the current token on; the current token is then the one behind it.
  bool read_name(std::string& name) {
    name.clear();
    while (is_name()) {
      name += unquoted_name(written());
      advance();
      if (!is_symbol('.')) return !name.empty() && name.size() <= kLongestName;
      if (!name.empty()) name += '.';
      advance();
      while (is_symbol('.')) advance();  // Transact-SQL: database..table
    }
    return false;
  }

  /// From the parenthesis at the current token to behind the closing one.
  bool read_list(std::vector<std::string>& columns, std::size_t most_columns) {
    do {
      advance();
      if (!is_name() || written().size() > kLongestName || columns.size() == most_columns) return false;
      columns.push_back(unquoted_name(written()));
      advance();
    } while (is_symbol(','));
    if (!is_symbol(')')) return false;
    advance();
    return true;
  }

 private:
  const SqlLexer& lexer_;
  std::string_view text_;
  std::size_t at_;
  bool is_last_;
  bool lacks_text_ = false;
  SqlToken token_{SqlTokenKind::end};
};

void read_insert(HeadReader& reader, SqlHead& head, std::size_t most_columns) {
  static constexpr std::array<std::string_view, 9> kBetween = {
      "or", "replace", "ignore", "abort", "fail", "rollback", "low_priority", "high_priority", "delayed"};
  reader.advance();
  for (int words = 0; reader.is_any(kBetween) && words < kMostHeadWords; ++words) reader.advance();
  if (reader.is("into")) reader.advance();
  if (reader.is("table") || reader.is("only")) reader.advance();
  if (!reader.read_name(head.name)) return;
  if (reader.is_symbol('(') && !reader.read_list(head.columns, most_columns)) return;
  for (int words = 0; words < kMostHeadWords; ++words) {
    if (reader.is("overriding")) {
      reader.advance();
      reader.advance();
    } else if (reader.is("values") || reader.is("value")) {
      head.end = reader.token().end;
      head.kind = SqlKind::insert;
      return;
    } else if (reader.is("set") || reader.is("select")) {
      head.end = reader.token().end;
      head.kind = reader.is("set") ? SqlKind::insert_set : SqlKind::insert_select;
      return;
    } else if (!reader.is_name() || reader.is("exec") || reader.is("default") || reader.is("insert")) {
      return;
    }
    reader.advance();
  }
}

/// The character inside the quotes of an option: ';', E'\t'; unchanged when it is none.
void read_character(std::string_view written, char& character) {
  const auto open = written.find('\'');
  if (open == std::string_view::npos || !written.ends_with('\'')) return;
  std::string_view inner = written.substr(open + 1, written.size() - std::min(written.size(), open + 2));
  if (inner == "\\t") inner = "\t";
  if (inner == "''" || (inner.size() == 2 && inner[0] == '\\')) inner.remove_prefix(1);
  if (inner.size() == 1 && static_cast<unsigned char>(inner[0]) < 0x80) character = inner[0];
}

/// The option at the current token, old style (CSV HEADER) or new (FORMAT csv, HEADER true).
void read_copy_option(HeadReader& reader, CopyFormat& copy, bool& has_delimiter) {
  if (reader.is("csv") || reader.is_text("csv")) copy.is_csv = true;
  static constexpr std::array<std::string_view, 4> kWithValue = {"delimiter", "delimiters", "quote", "escape"};
  const bool is_header = reader.is("header");
  const bool is_null = reader.is("null");
  const bool is_character = reader.is_any(kWithValue);
  const bool is_quote = reader.is("quote");
  const bool is_escape = reader.is("escape");
  reader.advance();
  if (is_header) copy.has_header = !reader.is("false") && !reader.is("off") && !reader.is_text("0");
  if (!is_character && !is_null) return;
  if (reader.is("as")) reader.advance();
  if (reader.token().kind != SqlTokenKind::string) return;
  const std::string_view written = reader.written();
  if (is_null) {
    const auto open = written.find('\'') + 1;
    copy.null = written.substr(open, written.size() - open - 1);
  } else {
    read_character(written, is_quote ? copy.quote : is_escape ? copy.escape : copy.delimiter);
    if (is_quote) copy.escape = copy.quote;
    has_delimiter = has_delimiter || (!is_quote && !is_escape);
  }
  reader.advance();
}

void read_copy(HeadReader& reader, SqlHead& head, std::size_t most_columns) {
  reader.advance();
  if (!reader.read_name(head.name)) return;
  if (reader.is_symbol('(') && !reader.read_list(head.columns, most_columns)) return;
  if (!reader.is("from")) return;
  reader.advance();
  if (!reader.is("stdin")) return;
  reader.advance();
  bool has_delimiter = false;
  for (int words = 0; !reader.is_symbol(';'); ++words) {  // WITH, options
    if (reader.token().kind > SqlTokenKind::symbol || words > 4 * kMostHeadWords) return;
    read_copy_option(reader, head.copy, has_delimiter);
  }
  if (head.copy.is_csv && !has_delimiter) head.copy.delimiter = ',';
  const std::size_t line_end = reader.text().find('\n', reader.token().end);
  if (line_end == std::string_view::npos && !reader.is_last()) {
    head.kind = SqlKind::need_more;
    return;
  }
  head.end = line_end == std::string_view::npos ? reader.text().size() : line_end + 1;
  head.kind = SqlKind::copy;
}

void read_create(HeadReader& reader, SqlHead& head) {
  static constexpr std::array<std::string_view, 12> kBetween = {"or",      "replace",  "alter",  "temporary",
                                                                "temp",    "global",   "local",  "unlogged",
                                                                "foreign", "external", "column", "definer"};
  static constexpr std::array<std::string_view, 7> kRoutines = {"trigger", "procedure", "proc",   "function",
                                                                "event",   "package",   "routine"};
  reader.advance();
  for (int words = 0; reader.is_any(kBetween) && words < kMostHeadWords; ++words) {
    const bool is_definer = reader.is("definer");
    reader.advance();
    // DEFINER=`user`@`host`
    for (int parts = 0; is_definer && parts < 4 && !reader.is_any(kRoutines); ++parts) reader.advance();
  }
  if (reader.is_any(kRoutines)) {
    head.kind = SqlKind::routine;
    return;
  }
  if (!reader.is("table")) return;
  reader.advance();
  for (int words = 0; (reader.is("if") || reader.is("not") || reader.is("exists")) && words < 3; ++words)
    reader.advance();
  if (!reader.read_name(head.name) || !reader.is_symbol('(')) return;
  head.end = reader.token().begin;
  head.kind = SqlKind::create_table;
}

/// DELIMITER and GO are lines of the client, not statements.
void read_line(HeadReader& reader, SqlHead& head) {
  const std::size_t begin = reader.token().end;
  std::size_t end = reader.text().find('\n', begin);
  if (end == std::string_view::npos && !reader.is_last()) {
    head.kind = SqlKind::need_more;
    return;
  }
  end = std::min(end, reader.text().size());
  std::string_view rest = reader.text().substr(begin, end - begin);
  while (!rest.empty() && is_sql_blank(rest.front())) rest.remove_prefix(1);
  while (!rest.empty() && is_sql_blank(rest.back())) rest.remove_suffix(1);
  head.end = end;
  if (reader.is("go")) {
    const bool is_alone =
        rest.empty() || rest.starts_with("--") || rest.find_first_not_of("0123456789;") == std::string_view::npos;
    if (is_alone) head.kind = SqlKind::go;
  } else if (!rest.empty() && rest.size() <= kLongestDelimiter) {
    head.kind = SqlKind::delimiter;
    head.name = rest;
  }
}

template <std::size_t kCount>
bool is_among(std::string_view word, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(), [word](std::string_view each) { return equals_folded(word, each); });
}

}  // namespace

bool is_statement_word(std::string_view word) {
  static constexpr std::array<std::string_view, 51> kWords = {
      "alter",    "analyze",   "begin",    "call",      "comment",   "commit",  "copy", "create",  "declare",
      "delete",   "delimiter", "do",       "drop",      "else",      "end",     "exec", "execute", "exit",
      "explain",  "flush",     "go",       "grant",     "if",        "insert",  "lock", "merge",   "mysqldump",
      "pragma",   "print",     "prompt",   "purge",     "raiserror", "release", "rem",  "rename",  "replace",
      "reset",    "revoke",    "rollback", "savepoint", "select",    "set",     "show", "source",  "start",
      "truncate", "unlock",    "update",   "use",       "vacuum",    "with"};
  return is_among(word, kWords);
}

bool is_clause_word(std::string_view word) {
  static constexpr std::array<std::string_view, 5> kWords = {"on", "returning", "as", "union", "option"};
  return is_among(word, kWords);
}

SqlHead read_sql_head(const SqlLexer& lexer, std::string_view text, std::size_t at, bool is_last,
                      std::size_t most_columns) {
  HeadReader reader(lexer, text, at, is_last);
  SqlHead head;
  reader.advance();
  if (reader.is("insert") || reader.is("replace"))
    read_insert(reader, head, most_columns);
  else if (reader.is("copy"))
    read_copy(reader, head, most_columns);
  else if (reader.is("create"))
    read_create(reader, head);
  else if (reader.is("go") || reader.is("delimiter"))
    read_line(reader, head);
  head.looked = reader.looked();
  if (reader.lacks_text() && head.kind == SqlKind::other) head.kind = SqlKind::need_more;
  return head;
}

SchemaStatus read_sql_schema(const SqlLexer& lexer, std::string_view text, std::size_t at, bool is_last,
                             std::size_t most_columns, SqlSchema& schema) {
  static constexpr std::array<std::string_view, 12> kNoColumns = {"primary", "unique",  "key",   "constraint",
                                                                  "index",   "foreign", "check", "fulltext",
                                                                  "spatial", "exclude", "like",  "period"};
  static constexpr std::array<std::string_view, 3> kGenerated = {"identity", "generated", "as"};
  constexpr std::size_t kDeepest = 32;
  HeadReader reader(lexer, text, at, is_last);
  reader.advance();
  bool is_element_start = true;
  bool is_column = false;
  for (std::size_t depth = 1; depth > 0;) {
    const SqlToken& token = reader.advance();
    schema.end = token.end;
    if (token.kind == SqlTokenKind::need_more) return SchemaStatus::need_more;
    if (token.kind > SqlTokenKind::symbol || reader.is_symbol(';')) return SchemaStatus::none;
    if (is_element_start) {
      is_element_start = false;
      is_column = reader.is_name() && !reader.is_any(kNoColumns);
      if (is_column && (schema.columns.size() == most_columns || reader.written().size() > kLongestName))
        return SchemaStatus::none;
      if (is_column) {
        schema.columns.push_back(unquoted_name(reader.written()));
        schema.is_generated.push_back(false);
        continue;
      }
    }
    if (is_column && depth == 1 && reader.is_any(kGenerated)) schema.is_generated.back() = true;
    if (reader.is_symbol('(') && ++depth > kDeepest) return SchemaStatus::none;
    if (reader.is_symbol(')')) --depth;
    is_element_start = depth == 1 && reader.is_symbol(',');
  }
  return schema.columns.empty() ? SchemaStatus::none : SchemaStatus::ok;
}

}  // namespace sidik::ingest
