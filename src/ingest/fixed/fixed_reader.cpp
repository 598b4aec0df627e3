#include "ingest/fixed/fixed_reader.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "ingest/encoding/mixed_encoding.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

void describe_layout(const FixedLayout& layout, TableInfo& info) {
  const bool is_barred = layout.form == FixedLayout::Form::barred;
  info.format = is_barred ? "delimited" : "fixed_width";
  info.delimiter = is_barred ? "|" : "";
  info.newline = layout.newline;
  info.header_is_sure = layout.header_is_sure;
}

class FixedReader {
 public:
  FixedReader(TextWindow& window, const FixedLayout& layout, TableInfo info, RecordSink& sink, ReadProgress& progress)
      : window_(window),
        layout_(layout),
        mender_(info),
        writer_(sink, std::move(info), progress),
        progress_(progress) {}

  Status run() {
    describe_layout(layout_, writer_.info());
    writer_.account().other_bytes += window_.source_offset(0).value;  // the byte order mark
    writer_.read_from(window_.chunk());
    mender_.look_at(text());
    is_header_due_ = layout_.has_header;
    if (!is_header_due_) name_columns({});
    for (std::uint64_t line = 0; !progress_.context.is_cancelled(); ++line) {
      SIDIK_TRY(const std::size_t end, next_line());
      if (end == at_) break;
      if (end == std::string_view::npos) continue;
      SIDIK_CHECK(line < layout_.preamble_lines ? take(end, writer_.account().other_bytes) : read_line(end));
      if (writer_.is_full()) SIDIK_CHECK(writer_.flush());
    }
    return finish();
  }

 private:
  [[nodiscard]] std::string_view text() const { return window_.text(); }
  [[nodiscard]] table::ByteSpan span_to(std::size_t end) const {
    const ByteOffset offset = window_.source_offset(at_);
    return {offset, ByteCount(window_.source_offset(end).value - offset.value)};
  }

  Result<bool> more() {
    SIDIK_CHECK(writer_.flush());
    drop();
    SIDIK_TRY(const bool got, window_.fill());
    writer_.read_from(window_.chunk());
    mender_.look_at(text());
    return got;
  }

  void drop() {
    if (at_ > 0) ends_line_ = text()[at_ - 1] == '\n';
    writer_.count_text(text().substr(0, at_), false);
    window_.consume(at_);
    at_ = 0;
  }

  /// One past the line end of the line at at_; at_ at the end of the text; npos for a line over the limit, which is
  /// refused.
  Result<std::size_t> next_line() {
    while (true) {
      const std::size_t end = text().find('\n', at_);
      if (end != std::string_view::npos) return end + 1;
      if (window_.is_at_end()) return text().size();
      if (text().size() - at_ > progress_.context.limits.record_bytes) {
        SIDIK_CHECK(refuse_long_line());
        return std::string_view::npos;
      }
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
  }

  Status refuse_long_line() {
    const ByteOffset begin = window_.source_offset(at_);
    while (true) {
      const std::size_t end = text().find('\n', at_);
      const bool is_end = end != std::string_view::npos || window_.is_at_end() || progress_.context.is_cancelled();
      at_ = end == std::string_view::npos ? text().size() : end + 1;
      if (is_end) {
        return writer_.reject(RejectReason::record_too_long,
                              {begin, ByteCount(window_.source_offset(at_).value - begin.value)});
      }
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
  }

  Status take(std::size_t end, std::uint64_t& bucket) {
    bucket += span_to(end).length.value;
    at_ = end;
    return {};
  }

  void name_columns(std::span<const std::string_view> names) {
    for (std::size_t c = 0; c < layout_.columns.size(); ++c)
      writer_.add_column(c < names.size() ? std::string(names[c]) : std::string());
    writer_.info().has_header = !names.empty();
  }

  Status read_line(std::size_t end) {
    auto& account = writer_.account();
    const std::string_view line = text().substr(at_, end - at_);
    if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) return take(end, account.blank_bytes);
    const bool is_listing = layout_.form != FixedLayout::Form::padded;
    if (is_rule(line) && (is_listing || account.records == 0)) return take(end, account.other_bytes);
    if (is_listing && is_row_count(line)) {
      account.trailer_offset = window_.source_offset(at_).value;
      return take(end, account.other_bytes);
    }
    if (line.size() > progress_.context.limits.record_bytes) return refuse(end, RejectReason::record_too_long);
    const LineFit fit = split_line(layout_, line, fields_);
    if (std::exchange(is_header_due_, false)) {
      header_.assign(fields_.begin(), fields_.end());
      name_columns(fields_);
      return take(end, account.header_bytes);
    }
    if (fit != LineFit::fits)
      return refuse(end, fit == LineFit::crosses ? RejectReason::too_many_fields : RejectReason::too_few_fields);
    if (!header_.empty() && std::equal(header_.begin(), header_.end(), fields_.begin(), fields_.end()))
      return refuse(end, RejectReason::header_repeated);
    std::span<const std::string_view> fields = fields_;
    if (mender_.is_needed()) fields = mender_.mend(fields, writer_.batch().texts(), account.mixed_lines);
    writer_.add(fields, span_to(end));
    account.trailer_offset.reset();
    at_ = end;
    return {};
  }

  Status refuse(std::size_t end, RejectReason reason) {
    const auto span = span_to(end);
    at_ = end;
    return writer_.reject(reason, span);
  }

  Status finish() {
    auto& account = writer_.account();
    const bool was_cancelled = progress_.context.is_cancelled();
    account.total_bytes = window_.source_offset(at_).value;
    SIDIK_CHECK(writer_.flush());
    drop();
    if (account.total_bytes > 0 && !ends_line_ && !was_cancelled) ++account.lines;
    account.invalid_bytes += window_.unconvertible();
    SIDIK_TRY(const bool had_records, writer_.finish());
    if (had_records || was_cancelled) return {};
    if (account.reject_count[static_cast<std::size_t>(RejectReason::record_too_long)] > 0) {
      return fail(ErrorKind::limit, "ingest.record_too_long",
                  fmt::format("no line ends within {} bytes", progress_.context.limits.record_bytes),
                  "raise --max-record or name the line end's encoding with --encoding");
    }
    return fail(ErrorKind::invalid_input, "ingest.no_record",
                fmt::format("no line keeps to the {} columns", layout_.columns.size()),
                "set --widths, or --table-format delimited");
  }

  TextWindow& window_;
  const FixedLayout& layout_;
  EncodingMender mender_;
  TableWriter writer_;
  ReadProgress& progress_;
  std::vector<std::string_view> fields_;
  std::vector<std::string> header_;
  bool is_header_due_ = false;
  bool ends_line_ = true;
  std::size_t at_ = 0;
};

}  // namespace

Status read_fixed(TextWindow& window, const FixedLayout& layout, TableInfo info, RecordSink& sink,
                  ReadProgress& progress) {
  return FixedReader(window, layout, std::move(info), sink, progress).run();
}

}  // namespace sidik::ingest
