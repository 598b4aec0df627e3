#include "origin/ddl_reader.hpp"

#include <algorithm>
#include <array>

#include "text/letters.hpp"

namespace sidik::origin {
namespace {

constexpr std::size_t kMostTables = 1000;
constexpr std::size_t kMostColumns = 4096;
constexpr std::uint32_t kLongest = 1U << 24U;

bool is_word_character(char c) {
  return text::is_letter(c) || text::is_digit(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

/// Takes words, names and marks off the text, without comments.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  /// The next token: a name without its quotes, a word, a number or one mark; empty at the end.
  std::string next() {
    skip();
    if (at_ >= text_.size()) return {};
    const char c = text_[at_];
    if (c == '`' || c == '"' || c == '[' || c == '\'') return quoted(c == '[' ? ']' : c);
    if (!is_word_character(c)) return std::string(1, text_[at_++]);
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word_character(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

 private:
  void skip() {
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      if (static_cast<unsigned char>(rest[0]) <= ' ') {
        ++at_;
      } else if (rest.starts_with("--") || rest[0] == '#') {
        at_ = std::min(text_.size(), text_.find('\n', at_));
      } else if (rest.starts_with("/*")) {
        const std::size_t end = text_.find("*/", at_);
        at_ = end == std::string_view::npos ? text_.size() : end + 2;
      } else {
        return;
      }
    }
  }
  std::string quoted(char close) {
    const std::size_t end = std::min(text_.size(), text_.find(close, at_ + 1));
    std::string out(text_.substr(at_ + 1, end - at_ - 1));
    at_ = std::min(text_.size(), end + 1);
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_constraint(const std::string& word) {
  static constexpr std::array<std::string_view, 10> kWords{"primary", "foreign", "unique",   "key",     "constraint",
                                                           "check",   "index",   "fulltext", "spatial", "exclude"};
  return std::ranges::find(kWords, text::fold(word)) != kWords.end();
}

std::uint32_t read_length(const std::string& word) {
  std::uint32_t out = 0;
  for (const char c : word) {
    if (!text::is_digit(c) || out > kLongest) return 0;
    out = out * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return out;
}

/// Reads up to the comma or parenthesis that ends a column; false at the end of the table.
bool pass_rest(Tokens& tokens, std::string token, int depth, DdlColumn* column) {
  bool is_first = true;
  for (; !token.empty(); token = tokens.next()) {
    if (token == "(") ++depth;
    if (token == ")" && --depth < 0) return false;
    if (token == "," && depth == 0) return true;
    if (column != nullptr && is_first && depth == 1 && token != "(") {
      column->length = read_length(token);
      is_first = false;
    }
  }
  return false;
}

DdlTable read_table(Tokens& tokens, std::string name) {
  DdlTable table{std::move(name), {}};
  bool goes_on = true;
  while (goes_on && table.columns.size() < kMostColumns) {
    std::string first = tokens.next();
    if (first.empty() || first == ")") break;
    if (is_constraint(first)) {
      goes_on = pass_rest(tokens, tokens.next(), 0, nullptr);
      continue;
    }
    DdlColumn column{std::move(first), text::fold(tokens.next()), 0};
    const bool has_type = column.type != "," && column.type != ")";
    goes_on = has_type ? pass_rest(tokens, tokens.next(), 0, &column) : column.type == ",";
    if (!has_type) column.type.clear();
    table.columns.push_back(std::move(column));
  }
  return table;
}

}  // namespace

Result<std::vector<DdlTable>> read_ddl(std::string_view text) {
  std::vector<DdlTable> tables;
  Tokens tokens(text);
  std::string before;
  for (std::string token = tokens.next(); !token.empty() && tables.size() < kMostTables; token = tokens.next()) {
    const bool is_create = text::fold(before) == "create" || text::fold(before) == "temporary";
    before = token;
    if (!is_create || text::fold(token) != "table") continue;
    std::string name;
    for (std::string part = tokens.next(); !part.empty() && part != "("; part = tokens.next()) name = std::move(part);
    DdlTable table = read_table(tokens, std::move(name));
    if (!table.columns.empty()) tables.push_back(std::move(table));
  }
  if (tables.empty()) {
    return fail(ErrorKind::invalid_input, "origin.no_create_table", "the text has no CREATE TABLE with columns",
                "give a register, or the statements that make its tables");
  }
  return tables;
}

}  // namespace sidik::origin
