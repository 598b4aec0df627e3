#include "ingest/sqlite/sqlite_schema.hpp"

#include <unordered_map>
#include <utility>

#include "ingest/sqlite/sqlite_words.hpp"

namespace sidik::ingest {
namespace {

using Kind = SqliteWord::Kind;

/// No build of SQLite has more (https://www.sqlite.org/limits.html).
constexpr std::size_t kMostColumns = 32767;

bool begins_table_constraint(const SqliteWord& word) {
  return word.is("CONSTRAINT") || word.is("PRIMARY") || word.is("UNIQUE") || word.is("CHECK") || word.is("FOREIGN");
}

bool begins_column_constraint(const SqliteWord& word) {
  return word.is("CONSTRAINT") || word.is("PRIMARY") || word.is("NOT") || word.is("NULL") || word.is("UNIQUE") ||
         word.is("CHECK") || word.is("DEFAULT") || word.is("COLLATE") || word.is("REFERENCES") ||
         word.is("GENERATED") || word.is("AS");
}

/// Names are compared as SQLite does: ASCII letters without case.
std::string folded(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

class CreateTable {
 public:
  explicit CreateTable(std::string_view sql) : words_(sql) {}

  std::optional<SqliteTable> read() {
    if (!read_head()) return std::nullopt;
    while (!begins_table_constraint(words_.word())) {
      if (!read_column()) return std::nullopt;
      if (!words_.take(',')) break;
    }
    while (!words_.word().is_mark(')')) {
      if (words_.word().kind == Kind::end) return std::nullopt;
      read_constraint_word();
    }
    words_.next();
    while (words_.word().kind != Kind::end) {
      if (words_.take("WITHOUT") && words_.word().is("ROWID")) table_.has_rowid = false;
      words_.next();
    }
    place_values();
    return std::move(table_);
  }

 private:
  bool read_head() {
    if (!words_.take("CREATE")) return false;
    if (!words_.take("TEMP")) words_.take("TEMPORARY");
    if (!words_.take("TABLE")) return false;
    if (words_.take("IF") && !(words_.take("NOT") && words_.take("EXISTS"))) return false;
    if (!words_.word().is_name()) return false;
    words_.next();
    if (words_.take('.')) words_.next();
    return words_.take('(');
  }

  /// Passes over a word, or over all that its parenthesis holds.
  void skip() {
    int depth = 0;
    do {
      if (words_.word().is_mark('(')) ++depth;
      if (words_.word().is_mark(')')) --depth;
      words_.next();
    } while (depth > 0 && words_.word().kind != Kind::end);
  }

  [[nodiscard]] bool is_at_item_end() const {
    const auto& word = words_.word();
    return word.kind == Kind::end || word.is_mark(',') || word.is_mark(')');
  }

  bool read_column() {
    if (!words_.word().is_name()) return false;
    SqliteTable::Column column;
    column.name = words_.word().text;
    words_.next();
    std::size_t type_words = 0;
    bool is_integer = true;
    while (!is_at_item_end() && !begins_column_constraint(words_.word())) {
      is_integer = is_integer && words_.word().is("INTEGER");
      ++type_words;
      skip();
    }
    is_integer_.push_back(is_integer && type_words == 1);
    while (!is_at_item_end()) read_column_constraint(column);
    column_of_.emplace(folded(column.name), table_.columns.size());
    table_.columns.push_back(std::move(column));
    return words_.word().kind != Kind::end && table_.columns.size() <= kMostColumns;
  }

  void read_column_constraint(SqliteTable::Column& column) {
    if (words_.take("PRIMARY")) {
      if (!words_.take("KEY")) return;
      key_.push_back(table_.columns.size());
      column.is_rowid = is_integer_.back() && !words_.word().is("DESC");
    } else if (words_.take("DEFAULT")) {
      read_default(column);
    } else if (words_.take("AS")) {
      skip();
      column.is_stored = words_.word().is("STORED");
    } else {
      skip();
    }
  }

  void read_default(SqliteTable::Column& column) {
    std::string sign;
    const bool is_in_parentheses = words_.take('(');
    if (words_.take('-')) {
      sign = "-";
    } else {
      words_.take('+');
    }
    const SqliteWord word = words_.word();
    const bool is_true = word.is("TRUE");
    if (word.kind == Kind::text || word.kind == Kind::number || word.kind == Kind::quoted)
      column.if_missing = sign + word.text;
    else if (word.kind == Kind::blob)
      column.if_missing = "0x" + folded(word.text);
    else if (is_true || word.is("FALSE"))
      column.if_missing = is_true ? "1" : "0";
    words_.next();
    if (!is_in_parentheses) return;
    if (!words_.word().is_mark(')')) column.if_missing.clear();  // an expression, which is not computed
    int depth = 1;
    while (depth > 0 && words_.word().kind != Kind::end) {
      if (words_.word().is_mark('(')) ++depth;
      if (words_.word().is_mark(')')) --depth;
      words_.next();
    }
  }

  void read_constraint_word() {
    if (!words_.take("PRIMARY")) return skip();
    if (!words_.take("KEY") || !words_.take('(')) return;
    std::vector<std::size_t> key;
    while (!words_.word().is_mark(')') && words_.word().kind != Kind::end) {
      const auto found = column_of_.find(folded(words_.word().text));
      if (words_.word().is_name() && found != column_of_.end()) key.push_back(found->second);
      while (!is_at_item_end()) skip();
      words_.take(',');
    }
    words_.take(')');
    if (key.size() == 1 && is_integer_[key[0]]) table_.columns[key[0]].is_rowid = true;
    key_.insert(key_.end(), key.begin(), key.end());
  }

  /// The key's columns come first where there is no rowid (section 2.4).
  void place_values() {
    std::vector<bool> is_placed(table_.columns.size(), false);
    const auto place = [&](std::size_t column) {
      if (is_placed[column] || !table_.columns[column].is_stored) return;
      is_placed[column] = true;
      table_.stored_order.push_back(column);
    };
    if (!table_.has_rowid) {
      for (const auto column : key_) place(column);
      for (auto& column : table_.columns) column.is_rowid = false;
    }
    for (std::size_t column = 0; column < table_.columns.size(); ++column) place(column);
  }

  SqliteWords words_;
  SqliteTable table_;
  std::vector<bool> is_integer_;
  std::vector<std::size_t> key_;
  std::unordered_map<std::string, std::size_t> column_of_;
};

}  // namespace

std::optional<SqliteTable> parse_create_table(std::string_view sql) { return CreateTable(sql).read(); }

}  // namespace sidik::ingest
