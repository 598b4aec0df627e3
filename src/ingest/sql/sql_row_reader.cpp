#include "ingest/sql/sql_row_reader.hpp"

#include <algorithm>

namespace sidik::ingest {

using table::RejectReason;

Result<SqlRowReader::Found> SqlRowReader::find_row(SqlRowForm form, std::size_t from, std::deque<std::string>& kept) {
  const auto status = row_.parse(form, text(), from, is_last(), kept);
  if (status == TupleStatus::need_more && !is_too_long(text().size())) {
    SIDIK_TRY([[maybe_unused]] const bool got, more());
    return Found::need_more;
  }
  if (status == TupleStatus::record && !is_too_long(row_.end())) return Found::row;
  resume_.charge(std::min<std::uint64_t>(row_.end() - at_, most()));
  return Found::nothing;
}

Status SqlRowReader::read_rows(SqlHead head, SqlRowForm form) {
  if (!resume_.may_look(passed_ + at_)) return skip_rest(false);
  std::deque<std::string> unused;
  SIDIK_TRY(const Found first, find_row(form, head.end, unused));
  if (first == Found::need_more) return {};
  if (first == Found::nothing) return skip_rest(false);
  if (head.columns.empty()) head.columns = row_.names();
  count_text();
  owner_ = nullptr;  // opening one table may end another
  SIDIK_TRY(owner_, tables_.open(head));
  take_other(head.end);
  while (goes_on()) {
    SIDIK_TRY(const bool got, skip_blanks());
    if (!got) return {};
    SIDIK_TRY(const Found found, find_row(form, at_, kept()));
    if (found == Found::need_more) continue;
    if (found == Found::nothing) return refuse_row();
    SIDIK_CHECK(take_row());
    if (form == SqlRowForm::assignments) break;
    SIDIK_TRY(const bool goes_further, pass_union());
    if (!goes_further) break;
  }
  return end_statement();
}

Status SqlRowReader::take_row() {
  if (!owner_->is_bound) SIDIK_CHECK(tables_.bind(*owner_, row_.fields().size()));
  return take_record(row_.fields(), row_.end());
}

Result<bool> SqlRowReader::take_word(std::string_view word) {
  SIDIK_TRY(const bool got, skip_blanks());
  if (!got) return false;
  SIDIK_TRY(const SqlToken token, whole_token());
  if (!is_word(text(), token, word)) return false;
  take_other(token.end);
  return true;
}

Result<bool> SqlRowReader::pass_union() {
  SIDIK_TRY(const bool has_from, take_word("from"));
  if (has_from) {
    SIDIK_TRY([[maybe_unused]] const bool has_dual, take_word("dual"));
  }
  SIDIK_TRY(const bool has_union, take_word("union"));
  if (!has_union) return false;
  SIDIK_TRY([[maybe_unused]] const bool has_all, take_word("all"));
  return take_word("select");
}

Status SqlRowReader::end_statement() {
  SIDIK_TRY(const bool got, skip_blanks());
  if (!got) return {};
  SIDIK_TRY(const SqlToken token, whole_token());
  // Without a semicolon the next statement ends this one.
  const bool is_next =
      token.kind == SqlTokenKind::word && is_statement_word(text().substr(token.begin, token.end - token.begin));
  return is_next ? Status{} : skip_rest(false);
}

Status SqlRowReader::refuse_row() {
  const std::uint64_t begin = window_.source_offset(at_).value;
  SIDIK_TRY([[maybe_unused]] const auto place,
            find_resume(SqlResume::kNoTuples, [this](std::size_t end) { at_ = end; }));
  const std::uint64_t end = window_.source_offset(at_).value;
  return owner_->writer.reject(RejectReason::sql_unreadable, {ByteOffset(begin), ByteCount(end - begin)});
}

}  // namespace sidik::ingest
