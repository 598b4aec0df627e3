#include "ingest/sql/sql_reader.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "ingest/sql/sql_copy_reader.hpp"
#include "ingest/sql/sql_head.hpp"
#include "ingest/sql/sql_resume.hpp"
#include "ingest/sql/sql_tuple.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

class SqlReader : private SqlCopyReader {
 public:
  SqlReader(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
            std::string& cut_because)
      : SqlCopyReader(window, std::move(info), sink, progress),
        lexer_(dialect),
        cut_because_(cut_because),
        most_columns_(progress.context.limits.columns),
        tuple_(dialect, most_columns_),
        other_tuple_(with_other_backslashes(dialect), most_columns_),
        resume_(dialect, most_columns_) {}

  Status run() {
    tables_.preface().account().other_bytes += window_.source_offset(0).value;  // the byte order mark
    while (goes_on()) {
      SIDIK_TRY(const bool got, skip_blanks());
      if (!got) break;
      SIDIK_CHECK(read_statement());
    }
    return finish();
  }

 private:
  static SqlDialect with_other_backslashes(SqlDialect dialect) {
    dialect.has_backslashes = !dialect.has_backslashes;
    return dialect;
  }

  /// Takes white space and comments; false at the end of the text.
  Result<bool> skip_blanks() {
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

  // Statements.

  Status read_statement() {
    if (text()[at_] == '\\') return skip_line();
    if (begins_like_last_insert()) {
      take_other(at_ + last_insert_.size());
      return read_values();
    }
    SqlHead head = read_sql_head(lexer_, text(), at_, is_last(), most_columns_);
    if (head.kind == SqlKind::need_more) {
      if (!is_too_long(text().size())) {
        SIDIK_TRY([[maybe_unused]] const bool got, more());
        return {};
      }
      head.kind = SqlKind::other;
      resume_.charge(text().size() - at_);
    }
    if (head.end > at_ && is_too_long(head.end)) head.kind = SqlKind::other;
    switch (head.kind) {
      case SqlKind::insert:
        return read_insert(head);
      case SqlKind::copy:
        return read_copy(head);
      case SqlKind::create_table:
        return read_create(head);
      case SqlKind::delimiter:
        delimiter_ = head.name == ";" ? std::string() : head.name;
        take_other(head.end);
        return {};
      case SqlKind::go:
        take_other(head.end);
        return {};
      default:
        return skip_rest(head.kind == SqlKind::routine);
    }
  }

  /// A dump with one tuple an INSERT writes the same head again and again.
  [[nodiscard]] bool begins_like_last_insert() const {
    return !last_insert_.empty() && text().substr(at_).starts_with(last_insert_) &&
           at_ + last_insert_.size() < text().size() && !is_sql_word(text()[at_ + last_insert_.size()]);
  }

  Status turn_to(const SqlHead& head) {
    count_text();
    owner_ = nullptr;  // opening one table may end another
    SIDIK_TRY(owner_, tables_.open(head));
    last_insert_.clear();
    return {};
  }

  Status read_insert(const SqlHead& head) {
    constexpr std::size_t kLongestKept = std::size_t{1} << 16;
    SIDIK_CHECK(turn_to(head));
    // Where the number of values decides which columns are meant, each statement decides anew.
    const auto& generated = owner_->is_generated;
    const bool is_settled = std::find(generated.begin(), generated.end(), true) == generated.end();
    if (is_settled && head.end - at_ <= kLongestKept) last_insert_ = text().substr(at_, head.end - at_);
    take_other(head.end);
    return read_values();
  }

  Status read_copy(const SqlHead& head) {
    SIDIK_CHECK(turn_to(head));
    take_other(head.end);
    return read_lines(resume_, cut_because_);
  }

  Status read_create(const SqlHead& head) {
    if (resume_.may_look(passed_ + at_)) {
      SqlSchema schema;
      const auto status = read_sql_schema(lexer_, text(), head.end, is_last(), most_columns_, schema);
      if (status == SchemaStatus::need_more && !is_too_long(text().size())) {
        SIDIK_TRY([[maybe_unused]] const bool got, more());
        return {};
      }
      if (status == SchemaStatus::ok && !is_too_long(schema.end)) {
        tables_.remember(head.name, std::move(schema));
        last_insert_.clear();
      } else {
        resume_.charge(std::min<std::uint64_t>(schema.end - at_, most()));
      }
    }
    return skip_rest(false);
  }

  /// Takes a statement up to its delimiter; it ends too where a line begins a statement that matters, because scripts
  /// of Transact-SQL need no delimiter. A routine ends only at its delimiter or at GO.
  Status skip_rest(bool is_routine) {
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

  Result<bool> is_at_delimiter() {
    if (delimiter_.empty()) return text()[at_] == ';';
    while (text().size() - at_ < delimiter_.size() && !is_last()) {
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
    return text().substr(at_).starts_with(delimiter_);
  }

  /// Whether a statement that matters, or GO, begins at at_, the first token of a line.
  Result<bool> ends_at_line(bool is_routine) {
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

  Status skip_line() {
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

  /// Takes what cannot be read, as other, up to a line that begins a statement that matters.
  Status skip_to_statement() {
    SIDIK_TRY([[maybe_unused]] const auto found,
              find_resume(SqlResume::kNoTuples, [this](std::size_t end) { take_other(end); }));
    return {};
  }

  /// Moves at_ to the place where reading can go on, through `take`; the first byte is always passed.
  template <class Take>
  Result<SqlResume::Place> find_resume(std::size_t values, Take&& take) {
    resume_.begin(values);
    std::size_t next = at_ + 1;
    while (goes_on()) {
      const auto [place, at] = resume_.look(text(), next, is_last(), passed_);
      next = at;
      if (place != SqlResume::Place::need_more) {
        take(next);
        return place;
      }
      take(next);
      SIDIK_TRY([[maybe_unused]] const bool got, more());
      next = at_;
    }
    return SqlResume::Place::end;
  }

  // Tuples.

  Status read_values() {
    while (goes_on()) {
      SIDIK_TRY(const bool got, skip_blanks());
      if (!got) {
        if (goes_on()) cut_because_ = "the SQL ends inside an INSERT";
        return {};
      }
      if (text()[at_] != '(') {
        SIDIK_TRY(const bool is_row, take_row_word());
        if (!is_row) return skip_rest(false);
        continue;
      }
      SIDIK_TRY(const After after, read_tuple());
      if (after == After::statement) return {};
      if (after == After::tuple) continue;
      SIDIK_TRY(const bool goes_further, pass_comma());
      if (!goes_further) return {};
    }
    return {};
  }

  /// VALUES ROW(1, 2), ROW(3, 4) of MySQL 8.
  Result<bool> take_row_word() {
    SIDIK_TRY(const SqlToken token, whole_token());
    if (!is_word(text(), token, "row")) return false;
    take_other(token.end);
    return true;
  }

  /// The token at at_, whole, unless it is too long.
  Result<SqlToken> whole_token() {
    while (true) {
      const SqlToken token = lexer_.token_at(text(), at_, is_last());
      if (token.kind != SqlTokenKind::need_more || is_too_long(text().size())) return token;
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
  }

  enum class After : std::uint8_t { comma, tuple, statement };  ///< what is to be read next

  Result<After> read_tuple() {
    SqlTupleParser* parser = &tuple_;
    auto status = parser->parse(text(), at_, is_last(), kept());
    if (status == TupleStatus::need_more && !is_too_long(text().size())) {
      SIDIK_TRY([[maybe_unused]] const bool got, more());
      return After::tuple;
    }
    const bool is_long = is_too_long(parser->end());
    if (status != TupleStatus::record && !is_long) {
      resume_.charge(parser->end() - at_);
      SIDIK_TRY(const bool is_better, read_other_way());
      if (is_better) {
        parser = &other_tuple_;
        status = TupleStatus::record;
      }
    }
    if (status == TupleStatus::record && !is_long) {
      if (!owner_->is_bound) SIDIK_CHECK(tables_.bind(*owner_, parser->fields().size()));
      SIDIK_CHECK(take_record(parser->fields(), parser->end()));
      return After::comma;
    }
    if (is_long) resume_.charge(most());
    return refuse(is_long                           ? RejectReason::record_too_long
                  : status == TupleStatus::unclosed ? RejectReason::quote_unclosed
                                                    : RejectReason::sql_unreadable);
  }

  /// Values that a tuple of the statement should have; 0: not known yet.
  [[nodiscard]] std::size_t expected() const { return owner_->is_bound ? owner_->expected : owner_->listed.size(); }

  /// Whether the tuple reads well when backslashes mean the other thing: dialects are guessed, and dumps are merged.
  Result<bool> read_other_way() {
    if (!resume_.may_look(passed_ + at_)) return false;
    const std::size_t most_bytes = std::min<std::size_t>(most(), SqlResume::kLookahead);
    while (!is_last() && text().size() - at_ <= most_bytes) {
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
    const std::string_view near = text().substr(0, std::min(text().size(), at_ + most_bytes));
    if (other_tuple_.parse(near, at_, true, kept()) == TupleStatus::record &&
        (expected() == 0 || other_tuple_.fields().size() == expected()))
      return true;
    resume_.charge(other_tuple_.end() - at_);
    return false;
  }

  /// Refuses from here to the next place where a tuple or a statement begins.
  Result<After> refuse(RejectReason reason) {
    const std::uint64_t begin = window_.source_offset(at_).value;
    SIDIK_TRY(const auto place, find_resume(expected(), [this](std::size_t end) { at_ = end; }));
    const std::uint64_t end = window_.source_offset(at_).value;
    SIDIK_CHECK(owner_->writer.reject(reason, {ByteOffset(begin), ByteCount(end - begin)}));
    if (place == SqlResume::Place::end && reason == RejectReason::quote_unclosed && goes_on())
      cut_because_ = "the SQL ends inside an INSERT";
    return place == SqlResume::Place::tuple ? After::tuple : After::statement;
  }

  /// Behind a tuple: a comma and another tuple, or the end of the statement; false when nothing more of it comes.
  Result<bool> pass_comma() {
    has_new_line_ = false;
    SIDIK_TRY(const bool got, skip_blanks());
    if (!got) return false;
    if (text()[at_] == ',') {
      take_other(at_ + 1);
      return true;
    }
    if (text()[at_] == '(') return true;
    SIDIK_TRY(const bool is_end, is_at_delimiter());
    if (is_end) {
      take_other(at_ + std::max<std::size_t>(delimiter_.size(), 1));
      return false;
    }
    // A semicolon under another delimiter, a client's line, Oracle's slash.
    const char c = text()[at_];
    if (c == ';' || (has_new_line_ && (c == '\\' || c == '/'))) return false;
    if (text::is_letter(c)) {
      SIDIK_TRY(const SqlToken token, whole_token());
      const std::string_view word = text().substr(token.begin, token.end - token.begin);
      if (is_statement_word(word)) return false;
      if (is_clause_word(word)) {
        SIDIK_CHECK(skip_rest(false));
        return false;
      }
    }
    // What else stands here is what a lost quote left over.
    SIDIK_TRY(const After after, refuse(RejectReason::sql_unreadable));
    return after == After::tuple;
  }

  Status finish() {
    drop();
    if (passed_ > 0 && !ends_line_ && goes_on()) ++owner().account().lines;
    owner().account().invalid_bytes += window_.unconvertible();
    SIDIK_TRY(const bool had_records, tables_.finish());
    if (had_records || !goes_on()) return {};
    return fail(ErrorKind::invalid_input, "ingest.no_record", "the SQL holds no INSERT or COPY with a record",
                "examine the file that holds the data, or use --table-format delimited");
  }

  SqlLexer lexer_;
  std::string& cut_because_;
  std::size_t most_columns_;
  SqlTupleParser tuple_;
  SqlTupleParser other_tuple_;
  SqlResume resume_;
  std::string delimiter_;      ///< MySQL's; empty: a semicolon
  std::string last_insert_;    ///< the head of the INSERT before, when it is still in force
  bool has_new_line_ = false;  ///< whether skip_blanks() passed a line end
};

}  // namespace

Status read_sql(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
                std::string& cut_because) {
  return SqlReader(window, dialect, std::move(info), sink, progress, cut_because).run();
}

}  // namespace sidik::ingest
