#include "ingest/sql/sql_reader.hpp"

#include <algorithm>
#include <utility>

#include "ingest/sql/sql_copy_reader.hpp"
#include "ingest/sql/sql_head.hpp"

namespace sidik::ingest {
namespace {

class SqlReader : private SqlCopyReader {
 public:
  SqlReader(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
            std::string& cut_because)
      : SqlCopyReader(window, dialect, std::move(info), sink, progress, cut_because) {}

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
      case SqlKind::insert_set:
        last_insert_.clear();
        return read_rows(std::move(head), SqlRowForm::assignments);
      case SqlKind::insert_select:
        last_insert_.clear();
        return read_rows(std::move(head), SqlRowForm::selection);
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
    return head.copy.is_csv ? read_csv(head.copy) : read_lines(head.copy);
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

  Status finish() {
    drop();
    if (passed_ > 0 && !ends_line_ && goes_on()) ++owner().account().lines;
    owner().account().invalid_bytes += window_.unconvertible();
    SIDIK_TRY(const bool had_records, tables_.finish());
    if (had_records || !goes_on()) return {};
    return fail(ErrorKind::invalid_input, "ingest.no_record", "the SQL holds no INSERT or COPY with a record",
                "examine the file that holds the data, or use --table-format delimited");
  }

  std::string last_insert_;  ///< the head of the INSERT before, when it is still in force
};

}  // namespace

Status read_sql(TextWindow& window, SqlDialect dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
                std::string& cut_because) {
  return SqlReader(window, dialect, std::move(info), sink, progress, cut_because).run();
}

}  // namespace sidik::ingest
