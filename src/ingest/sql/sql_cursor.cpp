#include "ingest/sql/sql_cursor.hpp"

namespace sidik::ingest {

table::ByteSpan SqlCursor::span_to(std::size_t end) const {
  const ByteOffset offset = window_.source_offset(at_);
  return {offset, ByteCount(window_.source_offset(end).value - offset.value)};
}

Result<bool> SqlCursor::more() {
  SIDIK_CHECK(tables_.flush());
  drop();
  const std::size_t wanted = 2 * text().size();
  bool got_any = false;
  do {
    SIDIK_TRY(const bool got, window_.fill());
    if (!got) break;
    got_any = true;
  } while (text().size() < wanted);
  return got_any;
}

void SqlCursor::drop() {
  count_text();
  if (at_ > 0) ends_line_ = text()[at_ - 1] == '\n';
  window_.consume(at_);
  passed_ += at_;
  at_ = 0;
  counted_ = 0;
}

void SqlCursor::count_text() {
  owner().count_text(text().substr(counted_, at_ - counted_), false);
  counted_ = at_;
}

void SqlCursor::take_other(std::size_t end) {
  owner().account().other_bytes += span_to(end).length.value;
  at_ = end;
}

Status SqlCursor::take_record(std::span<const std::string_view> fields, std::size_t end) {
  const auto span = span_to(end);
  at_ = end;
  if (fields.size() == owner_->expected) return tables_.add(*owner_, fields, span);
  return owner_->writer.reject(
      fields.size() < owner_->expected ? table::RejectReason::too_few_fields : table::RejectReason::too_many_fields,
      span);
}

std::deque<std::string>& SqlCursor::kept() {
  tables_.mark_dirty(*owner_);
  return owner_->writer.batch().texts();
}

std::size_t SqlCursor::whole_characters() const {
  std::size_t end = text().size();
  if (is_last()) return end;
  for (int back = 0; back < 3 && end > at_ && (static_cast<unsigned char>(text()[end - 1]) & 0xc0) == 0x80; ++back)
    --end;
  return end > at_ && static_cast<unsigned char>(text()[end - 1]) >= 0xc0 ? end - 1 : end;
}

}  // namespace sidik::ingest
