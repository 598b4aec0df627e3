#include "ingest/delimited/delimited_reader.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "ingest/delimited/ahead_reader.hpp"
#include "ingest/delimited/next_table.hpp"
#include "ingest/delimited/no_record.hpp"
#include "ingest/delimited/odd_line.hpp"
#include "ingest/delimited/record_parser.hpp"
#include "ingest/dialect/account_fields.hpp"
#include "ingest/dialect/copy_text.hpp"
#include "ingest/encoding/mixed_encoding.hpp"

namespace sidik::ingest {
namespace {

using table::RejectReason;

class DelimitedReader {
 public:
  /// `begin`: where the table begins in the member. `options`, when given: a table behind this one may be looked for.
  DelimitedReader(TextWindow& window, const Dialect& dialect, TableInfo info, RecordSink& sink, ReadProgress& progress,
                  std::uint64_t begin, const ReadOptions* options)
      : window_(window),
        dialect_(dialect),
        parser_(dialect),
        odd_line_(dialect, parser_),
        mender_(info),
        writer_(sink, std::move(info), progress),
        progress_(progress),
        begin_(begin),
        unconvertible_before_(begin > 0 ? window.unconvertible() : 0),
        sink_(sink),
        ahead_(dialect, progress.context.limits.record_bytes, header_, sink, writer_.info()) {
    if (options != nullptr) look_ahead_.emplace(dialect, *options, progress.context.limits);
  }

  /// The dialect of the table that begins where this one ended; empty at the end of the text.
  [[nodiscard]] const std::optional<Dialect>& next() const { return next_; }

  Status run() {
    writer_.account().other_bytes += window_.source_offset(0).value - begin_;  // the byte order mark
    writer_.read_from(window_.chunk());
    parser_.look_at(text());
    mender_.look_at(text());
    SIDIK_CHECK(skip_preamble());
    SIDIK_CHECK(read_header());
    is_in_records_ = true;
    bool goes_on = true;
    while (goes_on && !next_ && !progress_.context.is_cancelled()) {
      SIDIK_TRY(goes_on, read_record());
    }
    return finish();
  }

 private:
  [[nodiscard]] std::string_view text() const { return window_.text(); }
  [[nodiscard]] bool is_last() const { return window_.is_at_end(); }

  /// Where the stretch text()[at_, end) lies in the member.
  [[nodiscard]] table::ByteSpan span_to(std::size_t end) const {
    const ByteOffset offset = window_.source_offset(at_);
    return {offset, ByteCount(window_.source_offset(end).value - offset.value)};
  }

  /// Hands on what is gathered and brings in more text; false when there is no more.
  Result<bool> more() {
    SIDIK_CHECK(writer_.flush());
    drop();
    SIDIK_TRY(const bool got, window_.fill());
    writer_.read_from(window_.chunk());
    parser_.look_at(text());
    mender_.look_at(text());
    const bool may_share = is_in_records_ && writer_.is_started() && window_.is_direct() && !mender_.is_needed() &&
                           !dialect_.has_addresses;
    const std::size_t lanes = may_share ? sink_.lanes(writer_.info()) : 1;
    window_.read_at_a_time(lanes);
    ahead_.start(text(), at_, window_.source_offset(0), window_.chunk(), lanes);
    return got;
  }

  void drop() {
    if (at_ > 0) ends_line_ = text()[at_ - 1] == '\n' || text()[at_ - 1] == '\r';
    writer_.count_text(text().substr(0, at_), dialect_.lone_cr_ends_line);
    window_.consume(at_);
    at_ = 0;
  }

  /// The end of the physical line at at_, with more text brought in while it is not whole; npos when the line is too
  /// long.
  Result<std::size_t> whole_line() {
    while (true) {
      const std::size_t end = parser_.line_end(text(), at_, is_last());
      if (end != std::string_view::npos) return end;
      if (text().size() - at_ > progress_.context.limits.record_bytes) return end;
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
  }

  Status skip_preamble() {
    for (std::uint64_t line = 0; line < dialect_.preamble_lines; ++line) {
      SIDIK_TRY(const std::size_t end, whole_line());
      if (end == std::string_view::npos) return skip_long_line();
      writer_.account().other_bytes += span_to(end).length.value;
      at_ = end;
    }
    return {};
  }

  Status read_header() {
    auto& info = writer_.info();
    if (!dialect_.has_header) {
      for (std::size_t c = 0; c < dialect_.columns; ++c) writer_.add_column({});
      return {};
    }
    while (true) {
      const auto status = parse(QuoteReading::closes_anyway);
      if (status == ParseStatus::need_more) {
        if (is_too_long()) return skip_long_line();
        SIDIK_TRY([[maybe_unused]] const bool got, more());
        continue;
      }
      if (status == ParseStatus::blank || is_comment()) {
        SIDIK_TRY(const std::size_t end, whole_line());
        if (end == at_) return {};
        (is_comment() ? writer_.account().other_bytes : writer_.account().blank_bytes) += span_to(end).length.value;
        at_ = end;
        continue;
      }
      std::size_t end = parser_.end();
      if (status != ParseStatus::record) {
        SIDIK_TRY(end, whole_line());
        (void)parser_.parse(text().substr(0, end), at_, true, writer_.batch().texts(), QuoteReading::no_quotes);
      }
      for (const auto name : parser_.fields()) header_.emplace_back(name);
      header_.resize(dialect_.columns);
      for (const auto& name : header_) writer_.add_column(name);
      writer_.account().header_bytes = span_to(end).length.value;
      at_ = end;
      info.has_header = true;
      return dialect_.header_lines > 1 ? read_second_header() : Status{};
    }
  }

  Status read_second_header() {
    SIDIK_TRY(const std::size_t end, whole_line());
    if (end == std::string_view::npos) return skip_long_line();
    writer_.account().header_bytes += span_to(end).length.value;
    at_ = end;
    return {};
  }

  ParseStatus parse(QuoteReading reading = QuoteReading::strict) {
    return parser_.parse(text(), at_, is_last(), writer_.batch().texts(), reading);
  }

  [[nodiscard]] bool is_comment() const {
    return !dialect_.comment.empty() && text().substr(at_).starts_with(dialect_.comment);
  }
  [[nodiscard]] bool is_too_long() const { return text().size() - at_ > progress_.context.limits.record_bytes; }

  /// One record, reject, comment or blank line; false at the end.
  Result<bool> read_record() {
    if (writer_.is_full()) SIDIK_CHECK(writer_.flush());
    if (at_ == text().size()) {
      SIDIK_TRY(const bool got, more());
      if (!got) return false;
    }
    if (at_ >= ahead_.next_begin()) {
      SIDIK_TRY(const bool took, take_ahead());
      if (took) return true;
    }
    if (is_comment()) {
      SIDIK_TRY(const std::size_t end, whole_line());
      if (end == std::string_view::npos)
        SIDIK_CHECK(skip_long_line());
      else
        take_other(end);
      return true;
    }
    switch (parse()) {
      case ParseStatus::need_more:
        if (is_too_long()) {
          SIDIK_CHECK(settle_long());
        } else {
          SIDIK_TRY([[maybe_unused]] const bool got, more());
        }
        return true;
      case ParseStatus::blank:
        writer_.account().blank_bytes += span_to(parser_.end()).length.value;
        at_ = parser_.end();
        return true;
      case ParseStatus::record:
        SIDIK_CHECK(take_record());
        return true;
      case ParseStatus::irregular:
        SIDIK_CHECK(settle_line(RejectReason::quote_irregular));
        return true;
      case ParseStatus::unclosed:
        SIDIK_CHECK(settle_line(RejectReason::quote_unclosed));
        return true;
    }
    return false;
  }

  /// Passes over the records that were read ahead from here on; false when none begins here.
  Result<bool> take_ahead() {
    SIDIK_TRY(const auto stretch, ahead_.take(at_, RecordIndex(writer_.account().records)));
    if (!stretch) return false;
    if (stretch->batch != nullptr) {
      const table::RecordBatch& batch = *stretch->batch;
      for (std::size_t r = stretch->first_record; r < batch.records(); ++r) writer_.add(batch.record(r), batch.span(r));
    }
    SIDIK_CHECK(writer_.count(stretch->records, stretch->bytes));
    at_ = stretch->end;
    last_was_reject_ = false;
    return true;
  }

  void take_other(std::size_t end) {
    writer_.account().other_bytes += span_to(end).length.value;
    at_ = end;
  }

  Status take_record() {
    const std::size_t count = parser_.fields().size();
    if (parser_.end() - at_ > progress_.context.limits.record_bytes) {
      return refuse(parser_.end(), RejectReason::record_too_long);
    }
    if (count == dialect_.columns && is_header_again()) return refuse(parser_.end(), RejectReason::header_repeated);
    if (dialect_.has_addresses) return keep_addresses();
    if (count == dialect_.columns) return keep();
    if (count > dialect_.columns && dialect_.last_takes_rest) return keep_joined();
    if (parser_.had_quotes()) {
      const std::size_t line = parser_.line_end(text(), at_, is_last());
      if (line < parser_.end()) return settle_line(RejectReason::quote_unclosed);
      if (const std::size_t end = parser_.end(); odd_line_.fits_otherwise(text(), at_, end, writer_.batch().texts()))
        return keep();
      (void)parse();
    }
    if (count < dialect_.columns && dialect_.pads_short_rows) {
      ++writer_.account().padded;
      return keep();
    }
    return refuse(parser_.end(),
                  count < dialect_.columns ? RejectReason::too_few_fields : RejectReason::too_many_fields);
  }

  [[nodiscard]] bool is_header_again() const {
    return dialect_.has_header &&
           std::equal(header_.begin(), header_.end(), parser_.fields().begin(), parser_.fields().end());
  }

  /// Keeps a record whose last field holds the delimiter; without quotes and escapes the fields lie side by side.
  Status keep_joined() {
    const auto fields = parser_.fields();
    joined_.assign(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(dialect_.columns));
    const char* const begin = joined_.back().data();
    joined_.back() = {begin, static_cast<std::size_t>(fields.back().data() + fields.back().size() - begin)};
    return keep(joined_);
  }

  /// Keeps a record of a list whose addresses hold the delimiter.
  Status keep_addresses() {
    join_addresses(parser_.fields(), dialect_.columns, joined_);
    return joined_.size() == dialect_.columns ? keep(joined_) : refuse(parser_.end(), RejectReason::too_few_fields);
  }

  Status keep() { return keep(parser_.fields()); }
  Status keep(std::span<const std::string_view> fields) {
    if (mender_.is_needed()) fields = mender_.mend(fields, writer_.batch().texts(), writer_.account().mixed_lines);
    if (dialect_.is_copy_text) fields = decode_copy_fields(fields, writer_.batch().texts(), decoded_);
    writer_.add(fields, span_to(parser_.end()));
    last_was_reject_ = false;
    at_ = parser_.end();
    return {};
  }

  /// Refuses a record, unless it is the first of another table.
  Status refuse(std::size_t end, RejectReason reason) {
    last_reject_fields_ = parser_.fields().size();
    const std::size_t length = end - at_;
    SIDIK_CHECK(look_for_next_table());
    if (next_) return {};
    end = at_ + length;
    const auto span = span_to(end);
    last_was_reject_ = reason == RejectReason::too_few_fields || reason == RejectReason::quote_unclosed;
    last_reject_ = span;
    at_ = end;
    return writer_.reject(reason, span);
  }

  /// Sets next_ when the table behind this one begins at at_.
  Status look_for_next_table() {
    if (!look_ahead_ || writer_.account().records == 0 || !look_ahead_->is_due(window_.source_offset(at_).value))
      return {};
    while (text().size() - at_ < NextTable::kLookBytes && !is_last()) {
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
    const bool is_whole = is_last() && text().size() - at_ <= NextTable::kLookBytes;
    next_ = look_ahead_->find(text().substr(at_, NextTable::kLookBytes), is_whole, window_.source_offset(at_).value);
    return {};
  }

  /// A record whose quotes do not fit.
  Status settle_line(RejectReason reason) {
    SIDIK_TRY(const std::size_t end, line_and_what_follows());
    if (end == std::string_view::npos) return skip_long_line();
    const auto verdict = odd_line_.settle(text(), at_, end, is_last(), reason, writer_.batch().texts());
    if (verdict.kind == OddLine::Verdict::Kind::refused) return refuse(verdict.end, verdict.reason);
    if (verdict.kind == OddLine::Verdict::Kind::padded) ++writer_.account().padded;
    return keep();
  }

  /// whole_line(), with the record behind it and behind each reading of it in the window too, as far as the limit
  /// allows.
  Result<std::size_t> line_and_what_follows() {
    while (true) {
      SIDIK_TRY(const std::size_t end, whole_line());
      const bool is_open = end != std::string_view::npos && !is_last() && !is_too_long() &&
                           odd_line_.is_open_behind(text(), at_, end, writer_.batch().texts());
      if (!is_open) return end;
      SIDIK_TRY([[maybe_unused]] const bool got, more());
    }
  }

  /// A record longer than the limit: when its first line is whole, only that line is in question.
  Status settle_long() {
    if (parser_.line_end(text(), at_, false) != std::string_view::npos)
      return settle_line(RejectReason::quote_unclosed);
    return skip_long_line();
  }

  /// Refuses a line longer than the limit without keeping it.
  Status skip_long_line() {
    const ByteOffset begin = window_.source_offset(at_);
    while (true) {
      const std::size_t end = parser_.line_end(text(), at_, is_last());
      if (end != std::string_view::npos) {
        const ByteOffset behind = window_.source_offset(end);
        at_ = end;
        return writer_.reject(RejectReason::record_too_long, {begin, ByteCount(behind.value - begin.value)});
      }
      at_ = text().size() - (text().ends_with('\r') ? 1 : 0);
      SIDIK_TRY([[maybe_unused]] const bool got, more());
      if (progress_.context.is_cancelled()) {
        at_ = text().size();
        return writer_.reject(RejectReason::record_too_long,
                              {begin, ByteCount(window_.source_offset(at_).value - begin.value)});
      }
    }
  }

  Status finish() {
    auto& account = writer_.account();
    const bool was_cancelled = progress_.context.is_cancelled();
    account.total_bytes = window_.source_offset(at_).value - begin_;
    SIDIK_CHECK(writer_.flush());
    SIDIK_CHECK(ahead_.finish());
    drop();
    if (account.total_bytes > 0 && !ends_line_ && !was_cancelled) ++account.lines;
    account.invalid_bytes += window_.unconvertible() - unconvertible_before_;
    if (last_was_reject_ && !was_cancelled) {
      const bool is_cut = !ends_line_ && last_reject_fields_ > 1;
      if (is_cut)
        account.last_line_cut = true;
      else
        account.trailer_offset = last_reject_.offset.value;
    }
    SIDIK_TRY(const bool had_records, writer_.finish());
    return had_records || was_cancelled ? Status{}
                                        : refuse_empty_table(account, dialect_.columns, progress_.context.limits);
  }

  TextWindow& window_;
  const Dialect& dialect_;
  RecordParser parser_;
  OddLine odd_line_;
  EncodingMender mender_;
  TableWriter writer_;
  ReadProgress& progress_;
  std::uint64_t begin_;
  std::uint64_t unconvertible_before_;
  std::optional<NextTable> look_ahead_;
  std::optional<Dialect> next_;
  std::vector<std::string_view> joined_;
  std::vector<std::string_view> decoded_;
  std::vector<std::string> header_;
  std::size_t at_ = 0;
  bool ends_line_ = true;
  bool last_was_reject_ = false;
  table::ByteSpan last_reject_;
  std::size_t last_reject_fields_ = 0;
  bool is_in_records_ = false;
  RecordSink& sink_;
  AheadReader ahead_;
};

}  // namespace

Status read_delimited(TextWindow& window, const Dialect& dialect, const TableInfo& info, RecordSink& sink,
                      ReadProgress& progress, const ReadOptions* options) {
  constexpr std::size_t kMostTables = 64;
  std::optional<Dialect> next = dialect;
  for (std::size_t number = 1; next; ++number) {
    const Dialect current = *next;
    TableInfo told = info;
    if (number > 1) {
      told.name = fmt::format("{}#{}", info.name, number);
      describe_dialect(current, told);
    }
    const std::uint64_t begin = number > 1 ? window.source_offset(0).value : 0;
    DelimitedReader reader(window, current, std::move(told), sink, progress, begin,
                           number < kMostTables ? options : nullptr);
    SIDIK_CHECK(reader.run());
    next = reader.next();
  }
  return {};
}

}  // namespace sidik::ingest
