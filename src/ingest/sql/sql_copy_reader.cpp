#include "ingest/sql/sql_copy_reader.hpp"

#include <utility>

#include "ingest/dialect/dialect.hpp"

namespace sidik::ingest {

Result<bool> SqlCopyReader::has_text() {
  if (at_ < text().size()) return true;
  SIDIK_TRY(const bool got, more());
  if (!got) cut_because_ = "the SQL ends inside a COPY";
  return got;
}

Status SqlCopyReader::take_header(std::span<const std::string_view> names, std::size_t end) {
  if (owner_->listed.empty() && !owner_->is_bound && names.size() <= most_columns_)
    owner_->listed.assign(names.begin(), names.end());
  take_other(end);
  return {};
}

Status SqlCopyReader::read_lines(const CopyFormat& format) {
  line_.expect(format.delimiter, format.null);
  bool is_header = format.has_header;
  while (goes_on()) {
    SIDIK_TRY(const bool got, has_text());
    if (!got) return {};
    const auto status = line_.parse(text(), at_, is_last(), kept());
    if (status == CopyStatus::need_more && !is_too_long(text().size())) {
      SIDIK_TRY([[maybe_unused]] const bool filled, more());
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
    if (std::exchange(is_header, false)) {
      SIDIK_CHECK(take_header(line_.fields(), line_.end()));
      continue;
    }
    if (!owner_->is_bound) SIDIK_CHECK(tables_.bind(*owner_, line_.count()));
    if (line_.count() != owner_->expected && resume_.is_copy_at(text(), at_, line_.end())) return {};
    SIDIK_CHECK(take_record(line_.fields(), line_.end()));
  }
  return {};
}

Status SqlCopyReader::read_csv(const CopyFormat& format) {
  Dialect dialect;
  dialect.delimiter = std::string(1, format.delimiter);
  dialect.quote = format.quote;
  dialect.escape = format.escape;
  RecordParser parser(dialect);
  bool is_header = format.has_header;
  while (goes_on()) {
    SIDIK_TRY(const bool got, has_text());
    if (!got) return {};
    const std::size_t line_end = parser.line_end(text(), at_, is_last());
    const bool is_whole = line_end != std::string_view::npos;
    const auto status = is_whole ? parser.parse(text(), at_, is_last(), kept()) : ParseStatus::need_more;
    if (status == ParseStatus::need_more && !is_too_long(text().size())) {
      SIDIK_TRY([[maybe_unused]] const bool filled, more());
      continue;
    }
    if (!is_whole || (status == ParseStatus::record && is_too_long(parser.end()))) {
      SIDIK_CHECK(refuse_long_line());
      continue;
    }
    if (text().substr(at_, line_end - at_).starts_with("\\.") && line_end - at_ <= 4) {
      take_other(line_end);
      return {};
    }
    if (status == ParseStatus::blank) {
      take_other(parser.end());
    } else if (status != ParseStatus::record) {
      const auto span = span_to(line_end);
      at_ = line_end;
      SIDIK_CHECK(owner_->writer.reject(table::RejectReason::quote_irregular, span));
    } else if (std::exchange(is_header, false)) {
      SIDIK_CHECK(take_header(parser.fields(), parser.end()));
    } else {
      if (!owner_->is_bound) SIDIK_CHECK(tables_.bind(*owner_, parser.fields().size()));
      if (parser.fields().size() != owner_->expected && resume_.is_copy_at(text(), at_, line_end)) return {};
      SIDIK_CHECK(take_csv_record(parser, format));
    }
  }
  return {};
}

Status SqlCopyReader::take_csv_record(const RecordParser& parser, const CopyFormat& format) {
  csv_fields_.assign(parser.fields().begin(), parser.fields().end());
  for (auto& field : csv_fields_) {
    if (!format.null.empty() && field == format.null) field = {};
  }
  return take_record(csv_fields_, parser.end());
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
