#include "ingest/sql/sql_insert_reader.hpp"

#include <algorithm>

#include "ingest/sql/sql_head.hpp"
#include "text/letters.hpp"

namespace sidik::ingest {

using table::RejectReason;

Status SqlInsertReader::read_values() {
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

Result<bool> SqlInsertReader::take_row_word() {
  SIDIK_TRY(const SqlToken token, whole_token());
  if (!is_word(text(), token, "row")) return false;
  take_other(token.end);
  return true;
}

Result<SqlInsertReader::After> SqlInsertReader::read_tuple() {
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

Result<bool> SqlInsertReader::read_other_way() {
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

Result<SqlInsertReader::After> SqlInsertReader::refuse(RejectReason reason) {
  const std::uint64_t begin = window_.source_offset(at_).value;
  SIDIK_TRY(const auto place, find_resume(expected(), [this](std::size_t end) { at_ = end; }));
  const std::uint64_t end = window_.source_offset(at_).value;
  SIDIK_CHECK(owner_->writer.reject(reason, {ByteOffset(begin), ByteCount(end - begin)}));
  if (place == SqlResume::Place::end && reason == RejectReason::quote_unclosed && goes_on())
    cut_because_ = "the SQL ends inside an INSERT";
  return place == SqlResume::Place::tuple ? After::tuple : After::statement;
}

Result<bool> SqlInsertReader::pass_comma() {
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

}  // namespace sidik::ingest
