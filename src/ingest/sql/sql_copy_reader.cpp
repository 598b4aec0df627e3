#include "ingest/sql/sql_copy_reader.hpp"

namespace sidik::ingest {

Status SqlCopyReader::read_lines() {
  while (goes_on()) {
    if (at_ == text().size()) {
      SIDIK_TRY(const bool got, more());
      if (!got) {
        cut_because_ = "the SQL ends inside a COPY";
        return {};
      }
    }
    const auto status = line_.parse(text(), at_, is_last(), kept());
    if (status == CopyStatus::need_more && !is_too_long(text().size())) {
      SIDIK_TRY([[maybe_unused]] const bool got, more());
      continue;
    }
    if (status == CopyStatus::need_more || is_too_long(line_.end())) {
      SIDIK_CHECK(refuse_long_line());
      continue;
    }
    if (status == CopyStatus::last) {
      take_other(line_.end());
      return {};
    }
    if (!owner_->is_bound) SIDIK_CHECK(tables_.bind(*owner_, line_.count()));
    if (line_.count() != owner_->expected && resume_.is_copy_at(text(), at_, line_.end())) return {};
    SIDIK_CHECK(take_record(line_.fields(), line_.end()));
  }
  return {};
}

Status SqlCopyReader::refuse_long_line() {
  const std::uint64_t begin = window_.source_offset(at_).value;
  bool is_escaped = false;
  bool is_open = true;
  while (is_open && goes_on()) {
    const std::size_t most = whole_characters();
    for (; is_open && at_ < most; ++at_) {
      is_open = text()[at_] != '\n' || is_escaped;
      is_escaped = !is_escaped && text()[at_] == '\\';
    }
    if (!is_open) break;
    SIDIK_TRY(const bool got, more());
    if (!got && at_ == text().size()) break;
  }
  const std::uint64_t end = window_.source_offset(at_).value;
  return owner_->writer.reject(table::RejectReason::record_too_long, {ByteOffset(begin), ByteCount(end - begin)});
}

}  // namespace sidik::ingest
